import type { LedgerEntry } from './LedgerEntry.js';

/** An entry with its times as the API and statements give them; whatever else it holds stays as it is. */
export function lineOfEntry<Entry extends LedgerEntry>(
  entry: Entry,
): Omit<Entry, 'at' | 'payableAt'> & { at: string; payableAt: string } {
  return {
    ...entry,
    at: new Date(entry.at).toISOString(),
    payableAt: new Date(entry.payableAt).toISOString(),
  };
}
