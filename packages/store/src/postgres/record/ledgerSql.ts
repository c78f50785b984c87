import { namedStatement as sql } from '../namedStatement.js';
import { RowList } from '../RowList.js';

const ACCOUNTS = new RowList('r(site text, partner text, seq bigint, hash text)');
const ENTRIES = new RowList(
  'r(site text, partner text, seq bigint, id text, type text, conversion text, day text, payable_at bigint, currency text, minor bigint, in_review boolean, body text)',
);
const BALANCES = new RowList(
  'r(site text, partner text, period text, currency text, stand text, minor bigint)',
);
const REVIEWS = new RowList('r(site text, conversion text, in_review boolean)');
const SUMS = `INSERT INTO balances AS b (site, partner, period, currency, stand, minor)`;
const ADD = `ON CONFLICT (site, partner, period, currency, stand) DO UPDATE SET minor = b.minor + EXCLUDED.minor`;

/** How the ledger is written, by who holds the locks of its accounts. */
export const ledgerSql = {
  newAccounts: sql(
    'ledger.newAccounts',
    `INSERT INTO accounts (site, partner, seq, hash) SELECT site, partner, seq, hash
      FROM ${ACCOUNTS.from}`,
    ACCOUNTS,
  ),
  setAccounts: sql(
    'ledger.setAccounts',
    `UPDATE accounts AS a SET seq = r.seq, hash = r.hash
      FROM ${ACCOUNTS.from}
      WHERE a.site = r.site AND a.partner = r.partner`,
    ACCOUNTS,
  ),
  entries: sql(
    'ledger.entries',
    `INSERT INTO ledger (site, partner, seq, place, id, type, conversion, day, payable_at, currency, minor, in_review, body)
      SELECT site, partner, seq, nextval('fact_places'), id, type, conversion, day, payable_at, currency, minor, in_review, body
      FROM ${ENTRIES.from}`,
    ENTRIES,
  ),
  balances: sql(
    'ledger.balances',
    `${SUMS} SELECT site, partner, period, currency, stand, minor
      FROM ${BALANCES.from} ${ADD}`,
    BALANCES,
  ),
  /** Entries of conversions that a review holds from now on, or does not any more. */
  review: sql(
    'ledger.review',
    `WITH moved AS (
        UPDATE ledger AS l SET in_review = r.in_review
        FROM ${REVIEWS.from}
        WHERE l.site = r.site AND l.conversion = r.conversion AND l.in_review <> r.in_review
        RETURNING l.site, l.partner, l.day, l.currency, l.minor, l.in_review, l.taken_by
      ), changes AS (
        SELECT site, partner, day, currency, CASE WHEN in_review THEN 'review' ELSE 'free' END AS stand, minor
          FROM moved WHERE taken_by IS NULL
        UNION ALL SELECT site, partner, day, currency, CASE WHEN in_review THEN 'free' ELSE 'review' END, -minor
          FROM moved WHERE taken_by IS NULL
      )
      ${SUMS} SELECT site, partner, period, currency, stand, sum(minor)
        FROM changes CROSS JOIN LATERAL (VALUES (day), (left(day, 7))) AS p(period)
        GROUP BY site, partner, period, currency, stand ${ADD}`,
    REVIEWS,
  ),
};
