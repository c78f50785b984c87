import type { Connections } from '../connect.js';
import { freshCountsSql } from '../record/freshCountsSql.js';
import { retryTransaction } from '../retryTransaction.js';

/** Moves what groups of events have counted into the totals, in a slot; totals are the same before and after. */
export function addUpCounts(connections: Connections, slot: number): Promise<void> {
  return retryTransaction(connections, async (run) => {
    await run(freshCountsSql.addUp, slot);
    return { value: undefined };
  });
}
