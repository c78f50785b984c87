import type { Interval } from '@reftally/core';
import { namedStatement } from '../namedStatement.js';
import { balanceSql } from '../record/balanceSql.js';
import type { Statement } from '../Statement.js';

/** By which part of a day entries are grouped; weeks are added up from days. */
const GROUPS: Record<Interval, string> = { total: "''", day: 'day', week: 'day', month: 'left(day, 7)' };

/**
 * What of a site ($1) is payable at a time ($4, ms) beyond what balances have as `free`, of the days from $2 to $3, of one partner ($5) or of all: what
 * nobody has marked since, less what is marked and payable only later, for who asks about a moment that has passed. By `shown`, which is a day for
 * the interval `week`.
 */
export function dueStatement(interval: Interval, isOfOne: boolean): Statement {
  const lines = (
    minor: string,
    which: string,
  ) => `SELECT partner, day, currency, ${minor} AS minor FROM ledger
    WHERE site = $1 AND ${which} AND ${balanceSql.isFree} AND day >= $2 AND day <= $3 ${isOfOne ? 'AND partner = $5' : ''}`;
  return namedStatement(
    `readTotals.due.${interval}${isOfOne ? '.ofOne' : ''}`,
    `SELECT partner, ${GROUPS[interval]} AS shown, currency, sum(minor) AS minor FROM (
        ${lines('minor', 'NOT matured AND payable_at <= $4')} UNION ALL ${lines('-minor', 'matured AND payable_at > $4')}) AS l
      GROUP BY partner, 2, currency`,
  );
}
