import { namedStatement as sql } from '../namedStatement.js';
import { balanceSql } from '../record/balanceSql.js';

/** Payouts: $1 is the site throughout. */
export const payoutSql = {
  payout: sql('payout.find', 'SELECT body FROM payouts WHERE site = $1 AND id = $2'),
  lockPayout: sql('payout.lock', 'SELECT body FROM payouts WHERE site = $1 AND id = $2 FOR UPDATE'),
  /** All of the site's, or those of the partners named. */
  accounts: sql(
    'payout.accounts',
    `SELECT site, partner, seq, hash FROM accounts
      WHERE site = $1 AND ($2::text[] IS NULL OR partner = ANY($2::text[])) ORDER BY partner FOR UPDATE`,
  ),
  partners: sql(
    'payout.partners',
    'SELECT site, body FROM partners WHERE site = $1 AND id = ANY($2::text[])',
  ),
  /** What is payable at a time ($3), in a currency ($4) or in each. */
  lines: sql(
    'payout.lines',
    `SELECT l.partner, l.currency, sum(l.minor) AS minor, count(*) AS entries FROM ledger AS l
      WHERE l.site = $1 AND ($2::text[] IS NULL OR l.partner = ANY($2::text[])) AND l.payable_at <= $3::bigint
        AND ($4::text IS NULL OR l.currency = $4::text) AND ${balanceSql.isFree}
      GROUP BY l.partner, l.currency ORDER BY l.partner, l.currency`,
  ),
  newPayout: sql('payout.new', 'INSERT INTO payouts (site, id, created_at, body) VALUES ($1, $2, $3, $4)'),
  setPayout: sql('payout.set', 'UPDATE payouts SET body = $3 WHERE site = $1 AND id = $2'),
  newPartners: sql(
    'payout.newPartners',
    `INSERT INTO payout_partners (site, partner, created_at, payout)
      SELECT $1, p, $3::bigint, $4 FROM unnest($2::text[]) AS p`,
  ),
  /** A payout ($4) takes all that is payable at a time ($3) of its lines ($2). */
  take: sql(
    'payout.take',
    `WITH taken AS (
        UPDATE ledger AS l SET taken_by = $4 FROM json_to_recordset($2) AS r(partner text, currency text)
        WHERE l.site = $1 AND l.partner = r.partner AND l.currency = r.currency AND l.payable_at <= $3::bigint AND ${balanceSql.isFree}
        RETURNING l.site, l.partner, l.day, l.currency, l.minor, CASE WHEN l.matured THEN 'free' ELSE 'waiting' END AS was
      ), changes AS (
        SELECT site, partner, day, currency, 'taken' AS stand, minor FROM taken
        UNION ALL SELECT site, partner, day, currency, was, -minor FROM taken
      )
      ${balanceSql.addChanges}`,
  ),
  /** A payout ($2) that is cancelled gives back what it has taken. */
  giveBack: sql(
    'payout.giveBack',
    `WITH given AS (
        UPDATE ledger AS l SET taken_by = NULL WHERE l.site = $1 AND l.taken_by = $2
        RETURNING l.site, l.partner, l.day, l.currency, l.minor, l.in_review, l.matured
      ), changes AS (
        SELECT site, partner, day, currency, 'taken' AS stand, -minor AS minor FROM given
        UNION ALL SELECT site, partner, day, currency, ${balanceSql.standUntaken}, minor FROM given
      )
      ${balanceSql.addChanges}`,
  ),
};
