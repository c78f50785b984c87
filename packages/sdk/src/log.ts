import { settings } from './settings.js';

/** Tells what happens, with `data-debug` only. */
export const log = (what: unknown): void => {
  if (settings.debug != null) console.debug('[reftally]', what);
};
