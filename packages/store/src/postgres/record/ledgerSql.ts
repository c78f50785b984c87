import { namedStatement as sql } from '../namedStatement.js';
import { RowList } from '../RowList.js';
import { balanceSql } from './balanceSql.js';

const ACCOUNTS = new RowList('r(site text, partner text, seq bigint, hash text)');
const ENTRIES = new RowList(
  'r(site text, partner text, seq bigint, id text, type text, conversion text, day text, payable_at bigint, currency text, minor bigint, in_review boolean, body text)',
);
const BALANCES = new RowList(
  'r(site text, partner text, period text, currency text, waiting bigint, free bigint, review bigint, taken bigint)',
);
const REVIEWS = new RowList('r(site text, conversion text, in_review boolean)');

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
  balances: sql('ledger.balances', balanceSql.add(BALANCES.from), BALANCES),
  /** Entries of conversions that a review holds from now on, or does not any more. */
  review: sql(
    'ledger.review',
    `WITH moved AS (
        UPDATE ledger AS l SET in_review = r.in_review
        FROM ${REVIEWS.from}
        WHERE l.site = r.site AND l.conversion = r.conversion AND l.in_review <> r.in_review
        RETURNING l.site, l.partner, l.day, l.currency, l.minor, l.in_review, l.taken_by, CASE WHEN l.matured THEN 'free' ELSE 'waiting' END AS otherwise
      ), changes AS (
        SELECT site, partner, day, currency, CASE WHEN in_review THEN 'review' ELSE otherwise END AS stand, minor
          FROM moved WHERE taken_by IS NULL
        UNION ALL SELECT site, partner, day, currency, CASE WHEN in_review THEN otherwise ELSE 'review' END, -minor
          FROM moved WHERE taken_by IS NULL
      )
      ${balanceSql.addChanges}`,
    REVIEWS,
  ),
};
