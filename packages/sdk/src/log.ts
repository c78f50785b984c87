import { state } from './state.js';

/** Tells what happens, with `data-debug` only. */
export const log = (what: unknown): unknown =>
  state.options.debug != null && console.debug('[reftally]', what);
