import { attempt } from './attempt.js';

/** Gets, sets or removes in localStorage, which may be blocked (mere access throws), absent or full: then nothing happens. */
export const store = (what: 'get' | 'set' | 'remove', key: string, value?: string): string =>
  attempt(() => localStorage[`${what}Item`](key, value as string)) || '';
