import { namedStatement } from '../namedStatement.js';
import { freshCountsSql } from '../record/freshCountsSql.js';
import type { Transaction } from '../transaction.js';
import type { Days } from './periodPlan.js';

/** A year comes before its months, a month before its days. */
const SPAN = namedStatement(
  'readTotals.span',
  `SELECT least(c.first, f.first, b.first) AS first, greatest(c.last, f.last, b.last) AS last
    FROM (SELECT min(period) AS first, max(period) AS last FROM counts WHERE site = $1 AND trust = '') AS c,
      (${freshCountsSql.span}) AS f,
      (SELECT min(period) AS first, max(period) AS last FROM balances WHERE site = $1) AS b`,
);

/**
 * The part of a range in which something was counted; undefined when nothing was. So a range of a thousand years costs no more than the years
 * there are, and of the year that goes on, of which nothing lies beyond the range, the whole may be taken.
 */
export async function readDays(
  { ask }: Transaction,
  site: string,
  { from, to }: Days,
): Promise<Days | undefined> {
  const [span] = await ask<{ first: string | null; last: string | null }>(SPAN, [site]);
  if (!span?.first || !span.last) return undefined;
  const first = `${span.first.slice(0, 4)}-01-01`;
  const days = {
    from: from > first ? from : first,
    to: to < span.last ? to : `${span.last.slice(0, 4)}-12-31`,
  };
  return days.from <= days.to ? days : undefined;
}
