import type { Interval } from '@reftally/core';
import { namedStatement } from '../namedStatement.js';
import type { Statement } from '../Statement.js';

/** Where the sums of the ledger stand, and which of those that are free have still to wait. */
export type BalanceStatements = { stands: Statement; waiting: Statement };

/** By which part of a day sums are grouped; weeks are added up from days. */
const GROUPS: Record<Interval, string> = { total: "''", day: 'day', week: 'day', month: 'left(day, 7)' };

/**
 * Of a site ($1) from a day ($2) to a day ($3), with a time ($4, ms), of one partner ($5) or of all. Rows have a partner, a currency, a sum and
 * `day`, the group.
 */
export function balanceStatements(interval: Interval, isOfOne: boolean): BalanceStatements {
  const name = `${interval}${isOfOne ? '.ofOne' : ''}`;
  const where = `WHERE site = $1 AND day >= $2 AND day <= $3 ${isOfOne ? 'AND partner = $5' : ''}`;
  const group = GROUPS[interval];
  return {
    // The time is of no use here, and of no harm: both take the same values.
    stands: namedStatement(
      `readTotals.balances.${name}`,
      `SELECT partner, ${group} AS day, currency, stand, sum(minor) AS minor FROM balances
        ${where} AND $4::bigint IS NOT NULL GROUP BY partner, 2, currency, stand`,
    ),
    waiting: namedStatement(
      `readTotals.held.${name}`,
      `SELECT partner, ${group} AS day, currency, sum(minor) AS minor FROM ledger
        ${where} AND payable_at > $4 AND taken_by IS NULL AND NOT in_review AND type <> 'payout'
        GROUP BY partner, 2, currency`,
    ),
  };
}
