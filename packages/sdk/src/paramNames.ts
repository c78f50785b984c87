import { listOf } from './listOf.js';
import { state } from './state.js';

/** The query parameters that may carry a code. */
export const paramNames = (): string[] => listOf(state.options.params || 'ref,via');
