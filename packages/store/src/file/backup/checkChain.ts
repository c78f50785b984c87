import { hash } from 'node:crypto';
import { CHAIN_START, type ChainedEntry, chainText, lineOfEntry } from '@reftally/core';
import { StartError } from '../../StartError.js';

/** Throws a `StartError` that names the first line of a partner's ledger that does not follow from the one before. */
export function checkChain(partner: string, entries: readonly ChainedEntry[]): void {
  let before = CHAIN_START;
  for (const [index, entry] of entries.entries()) {
    const { hash: given, ...line } = entry;
    const expected = hash('sha256', chainText(before, lineOfEntry(line)), 'hex');
    if (given !== expected || entry.seq !== index + 1)
      throw new StartError(
        `Line ${index + 1} of the ledger of the partner ${partner} was altered: use another backup`,
      );
    before = given;
  }
}
