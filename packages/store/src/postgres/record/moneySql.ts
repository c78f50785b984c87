import { namedStatement as sql } from '../namedStatement.js';
import { RowList } from '../RowList.js';

const KEYS = new RowList('k(site text, id text)');
const CLIENTS = new RowList('k(site text, id text, client text)');
const SPANS = new RowList('k(site text, id text, since bigint, at bigint)');
const HOURS = new RowList('k(site text, id text, hour integer)');

/** What only money needs, by the partners ({site, id} each) who may be credited. */
export const moneySql = {
  accounts: sql(
    'record.accounts',
    `SELECT a.site, a.partner, a.seq, a.hash FROM ${KEYS.from} JOIN accounts a ON a.site = k.site AND a.partner = k.id
      ORDER BY a.site, a.partner FOR UPDATE OF a`,
    KEYS,
  ),
  tallies: sql(
    'record.tallies',
    `SELECT t.site, t.partner, t.period, t.body FROM ${KEYS.from} JOIN tallies t ON t.site = k.site AND t.partner = k.id`,
    KEYS,
  ),
  seen: sql(
    'record.seen',
    `SELECT s.site, s.partner, s.client, s.at FROM ${CLIENTS.from}
      JOIN seen_clients s ON s.site = k.site AND s.partner = k.id AND s.client = k.client`,
    CLIENTS,
  ),
  credited: sql(
    'record.credited',
    `SELECT k.site, k.id AS partner, k.since, k.at, (SELECT count(*) FROM conversions c
        WHERE c.site = k.site AND c.partner = k.id AND c.at > k.since AND c.at <= k.at) AS n
      FROM ${SPANS.from}`,
    SPANS,
  ),
  arrivals: sql(
    'record.arrivals',
    `SELECT k.site, k.id AS partner, k.hour, sum(a.raw) AS raw, sum(a.visitors) AS visitors FROM ${HOURS.from}
      JOIN arrivals a ON a.site = k.site AND a.partner = k.id AND a.hour = k.hour GROUP BY k.site, k.id, k.hour`,
    HOURS,
  ),
  inReview: sql(
    'record.inReview',
    `SELECT DISTINCT l.site, l.conversion FROM ${KEYS.from}
      JOIN ledger l ON l.site = k.site AND l.conversion = k.id WHERE l.in_review`,
    KEYS,
  ),
};
