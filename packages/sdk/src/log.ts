import { state } from './state.js';

/** Tells what happens, with `data-debug` only. */
export const log = (what: unknown): void => {
  if (state.options.debug != null) console.debug('[reftally]', what);
};
