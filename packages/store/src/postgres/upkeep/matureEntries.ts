import type { Connections } from '../connect.js';
import { namedStatement } from '../namedStatement.js';
import { balanceSql } from '../record/balanceSql.js';
import { retryTransaction } from '../retryTransaction.js';

/** Whoever sells for one of its partners waits until it is through, so it takes no longer than a tenth of a second or so. */
const BATCH = 100;

/**
 * Accounts are locked as by everybody who changes the ledger, but those that somebody else has are left for the next time: so nobody waits for this,
 * and this waits for nobody.
 */
const MATURE = namedStatement(
  'mature',
  `WITH due AS (
      SELECT l.site, l.partner, l.seq FROM sites AS s CROSS JOIN LATERAL (
        SELECT site, partner, seq FROM ledger WHERE site = s.id AND payable_at <= $1::bigint AND NOT matured AND ${balanceSql.isFree}
          ORDER BY payable_at LIMIT ${BATCH}) AS l
    ), locked AS (
      SELECT a.site, a.partner FROM (SELECT DISTINCT site, partner FROM due) AS d JOIN accounts AS a ON a.site = d.site AND a.partner = d.partner
        ORDER BY a.site, a.partner FOR UPDATE OF a SKIP LOCKED
    ), moved AS (
      UPDATE ledger AS l SET matured = true FROM due AS d JOIN locked AS k ON k.site = d.site AND k.partner = d.partner
        WHERE l.site = d.site AND l.partner = d.partner AND l.seq = d.seq AND NOT l.matured AND ${balanceSql.isFree}
        RETURNING l.site, l.partner, l.day, l.currency, l.minor
    ), changes AS (
      SELECT site, partner, day, currency, 'free' AS stand, minor FROM moved
      UNION ALL SELECT site, partner, day, currency, 'waiting', -minor FROM moved
    ), added AS (
      ${balanceSql.addChanges} RETURNING 1
    )
    SELECT count(*) AS n FROM moved`,
);

/**
 * Marks lines of the ledger that are payable at a time (ms), so that totals need not look at them one by one; totals are the same before and after.
 * A hundred of each site a call; resolves to how many there were.
 */
export function matureEntries(connections: Connections, now: number): Promise<number> {
  return retryTransaction(connections, async (run) => {
    const [row] = await run<{ n: number }>(MATURE, now);
    return { value: row?.n ?? 0 };
  });
}
