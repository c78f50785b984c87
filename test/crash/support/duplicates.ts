import type { Statuses } from './postAll.js';

/** What `postAll` counts when so many events were all known before. */
export function duplicates(count: number): Statuses {
  return { accepted: 0, duplicate: count, other: 0 };
}
