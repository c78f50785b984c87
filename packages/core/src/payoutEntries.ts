import type { LedgerEntry } from './LedgerEntry.js';
import type { Payout } from './Payout.js';

/** The ledger entries of a payout: the money leaves each account when it is made, and comes back when it is cancelled. */
export function payoutEntries({ id, lines, createdAt, cancelledAt }: Payout): LedgerEntry[] {
  const isCancelled = cancelledAt !== undefined;
  const at = cancelledAt ?? createdAt;
  return lines.map(({ partner, currency, minor }) => ({
    id: `payout.${id}.${partner}.${currency}${isCancelled ? '.cancelled' : ''}`,
    type: 'payout',
    partner,
    at,
    payableAt: at,
    currency,
    minor: isCancelled ? minor : -minor,
    payout: id,
  }));
}
