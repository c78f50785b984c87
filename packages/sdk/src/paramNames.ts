import { listOf } from './listOf.js';
import { settings } from './settings.js';

/** The query parameters that may carry a code. */
export const paramNames = (): string[] => listOf(settings.params || 'ref,via');
