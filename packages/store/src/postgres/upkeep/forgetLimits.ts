import type { Connections } from '../connect.js';
import { namedStatement } from '../namedStatement.js';
import { query } from '../query.js';

const MINUTE_MS = 60_000;
/** Clocks of collectors may differ by as much. */
const LATE_MINUTES = 5;

const FORGET = namedStatement('limits.forget', 'DELETE FROM limits WHERE minute < $1');

/** Deletes what was taken of rate limits in minutes that are over at a time (ms). */
export async function forgetLimits({ pool, prepare }: Connections, now: number): Promise<void> {
  await query(pool, prepare, FORGET, [Math.floor(now / MINUTE_MS) - LATE_MINUTES]);
}
