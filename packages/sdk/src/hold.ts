import { makeStub } from './makeStub.js';
import type { Reftally } from './Reftally.js';

/** What runs on this page or, before that, a stub that holds the calls; undefined on a server. */
export const hold = (): Reftally | undefined => {
  if (typeof window === 'undefined') return undefined;
  window.reftally = window.reftally || makeStub();
  return window.reftally;
};
