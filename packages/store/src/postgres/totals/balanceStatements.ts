import type { Interval } from '@reftally/core';
import { namedStatement } from '../namedStatement.js';
import type { Statement } from '../Statement.js';

/** Where the sums of the ledger stand, and which of those that are free have still to wait. */
export type BalanceStatements = { stands: Statement; waiting: Statement };

/** By which part of a day entries are grouped; weeks are added up from days. */
const GROUPS: Record<Interval, string> = { total: "''", day: 'day', week: 'day', month: 'left(day, 7)' };

/**
 * Both of a site ($1). `stands`: the stored periods ($2) and those that they are shown in ($3), of one partner ($4) or of all. `waiting`: from a
 * day ($2) to a day ($3) what is not payable at a time ($4, ms), of one partner ($5) or of all, by `shown`, which is a day for the interval `week`.
 */
export function balanceStatements(interval: Interval, isOfOne: boolean): BalanceStatements {
  return {
    stands: namedStatement(
      `readTotals.stands${isOfOne ? 'OfOne' : ''}`,
      `SELECT b.partner, p.shown, b.currency, b.stand, sum(b.minor) AS minor
        FROM unnest($2::text[], $3::text[]) AS p(stored, shown)
        JOIN balances AS b ON b.site = $1 AND b.period = p.stored ${isOfOne ? 'AND b.partner = $4' : ''}
        GROUP BY b.partner, p.shown, b.currency, b.stand`,
    ),
    waiting: namedStatement(
      `readTotals.waiting.${interval}${isOfOne ? '.ofOne' : ''}`,
      `SELECT partner, ${GROUPS[interval]} AS shown, currency, sum(minor) AS minor FROM ledger
        WHERE site = $1 AND day >= $2 AND day <= $3 AND payable_at > $4 ${isOfOne ? 'AND partner = $5' : ''}
          AND taken_by IS NULL AND NOT in_review AND type <> 'payout'
        GROUP BY partner, 2, currency`,
    ),
  };
}
