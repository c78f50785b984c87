import type { Reason } from '@reftally/core';
import type { Totals } from '../../Totals.js';
import { namedStatement } from '../namedStatement.js';
import type { Transaction } from '../transaction.js';
import type { Days } from './periodPlan.js';

const REFUSED = namedStatement(
  'readTotals.refused',
  'SELECT reason, sum(n) AS n FROM refusals WHERE site = $1 AND day >= $2 AND day <= $3 GROUP BY reason',
);

/** What was refused, by reason. */
export async function readRefused(
  { ask }: Transaction,
  site: string,
  { from, to }: Days,
): Promise<Totals['refused']> {
  const rows = await ask<{ reason: Reason; n: number }>(REFUSED, [site, from, to]);
  return Object.fromEntries(rows.map(({ reason, n }) => [reason, n]));
}
