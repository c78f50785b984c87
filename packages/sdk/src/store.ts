import { guard } from './guard.js';

/** Gets, sets or removes in localStorage, which may be blocked (mere access throws), absent or full: then nothing happens. */
export const store = guard(
  (what: 'get' | 'set' | 'remove', key: string, value?: string): string | null =>
    localStorage[`${what}Item`](key, value as string) as string | null,
);
