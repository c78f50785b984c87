import { namedStatement as sql } from '../namedStatement.js';
import { RowList } from '../RowList.js';

const EVENTS = new RowList('r(site text, id text, conversion text, prior text)');
const DROPPED = new RowList('r(site text, id text)', 2);
const RENEWED = new RowList('r(site text, id text, at bigint, was bigint)', 2);
const VISITORS = new RowList('r(site text, id text, latest bigint, touches text, was text)');
const CLICKS = new RowList('r(site text, client text, code text, decided bigint, body text, was text)');
/** Fails (22012) unless so many rows were changed as were given. */
const ALL = 'SELECT 1 / (count(*) = cardinality($1::text[]))::integer FROM changed';
const CUSTOMERS = new RowList('r(site text, id text, conversion text, orders integer, body text)');
const CUSTOMER_TALLIES = new RowList('r(site text, customer text, partner text, body text)');
const ORDERS = new RowList('r(site text, id text, conversion text, customer text, body text)');
const REFUNDS = new RowList(
  'r(site text, id text, order_id text, at bigint, uid text, prior text, waiting text, nth integer)',
);
/** With places in the order in which they came; `nextval` takes rows as they stand. */
const PLACED_REFUNDS = `(SELECT r.*, nextval('fact_places') AS place FROM (SELECT * FROM ${REFUNDS.from} ORDER BY nth) AS r) AS r`;
const CONVERSIONS = new RowList(
  'r(site text, id text, at bigint, partner text, review text, refunded bigint, clawed_back bigint, body text)',
);
const CANDIDATES = new RowList('r(site text, partner text, at bigint, conversion text)');
const TALLIES = new RowList('r(site text, partner text, period text, body text)');
const FACTS = new RowList('r(site text, at bigint, body text)');

/**
 * How rows are written. `new…`: rows that were not there; if somebody else has made one meanwhile, the statement fails, and the transaction begins
 * again. `set…`: rows that are locked, or are still as they were (`was`), for visits and clicks: nearly all events are pageviews, which change neither
 * most of the time.
 */
export const writeSql = {
  events: sql(
    'write.events',
    `UPDATE events AS e SET conversion = r.conversion, prior = r.prior FROM ${EVENTS.from}
      WHERE e.site = r.site AND e.id = r.id`,
    EVENTS,
  ),
  dropEvents: sql(
    'write.dropEvents',
    `DELETE FROM events AS e USING ${DROPPED.from} WHERE e.site = r.site AND e.id = r.id AND e.claim = $1::bigint`,
    DROPPED,
  ),
  /** Known by an id that was forgotten, and are known again from now on. */
  renewEvents: sql(
    'write.renewEvents',
    `WITH changed AS (UPDATE events AS e SET at = r.at, claim = $1::bigint FROM ${RENEWED.from}
      WHERE e.site = r.site AND e.id = r.id AND e.at = r.was RETURNING e.id)
      SELECT 1 / (count(*) = cardinality($2::text[]))::integer FROM changed`,
    RENEWED,
  ),
  newVisitors: sql(
    'write.newVisitors',
    `INSERT INTO visitors (site, id, latest, touches) SELECT site, id, latest, touches FROM ${VISITORS.from}`,
    VISITORS,
  ),
  setVisitors: sql(
    'write.setVisitors',
    `WITH changed AS (UPDATE visitors AS v SET latest = r.latest, touches = r.touches FROM ${VISITORS.from}
      WHERE v.site = r.site AND v.id = r.id AND v.touches = r.was RETURNING v.id) ${ALL}`,
    VISITORS,
  ),
  newClicks: sql(
    'write.newClicks',
    `INSERT INTO clicks (site, client, code, decided, body) SELECT site, client, code, decided, body FROM ${CLICKS.from}`,
    CLICKS,
  ),
  setClicks: sql(
    'write.setClicks',
    `WITH changed AS (UPDATE clicks AS c SET decided = r.decided, body = r.body FROM ${CLICKS.from}
      WHERE c.site = r.site AND c.client = r.client AND c.code = r.code AND c.body = r.was RETURNING c.code) ${ALL}`,
    CLICKS,
  ),
  newCustomers: sql(
    'write.newCustomers',
    `INSERT INTO customers (site, id, conversion, orders, body) SELECT site, id, conversion, orders, body FROM ${CUSTOMERS.from}`,
    CUSTOMERS,
  ),
  setCustomers: sql(
    'write.setCustomers',
    `UPDATE customers AS c SET conversion = r.conversion, orders = r.orders, body = r.body FROM ${CUSTOMERS.from}
      WHERE c.site = r.site AND c.id = r.id`,
    CUSTOMERS,
  ),
  customerTallies: sql(
    'write.customerTallies',
    `INSERT INTO customer_tallies (site, customer, partner, body)
      SELECT site, customer, partner, body
        FROM ${CUSTOMER_TALLIES.from}
      ON CONFLICT (site, customer, partner) DO UPDATE SET body = EXCLUDED.body`,
    CUSTOMER_TALLIES,
  ),
  orders: sql(
    'write.orders',
    `UPDATE orders AS o SET conversion = r.conversion, customer = r.customer, body = r.body
      FROM ${ORDERS.from}
      WHERE o.site = r.site AND o.id = r.id`,
    ORDERS,
  ),
  /** First: one that waits anew is written as a new one, behind all that wait. */
  dropRefunds: sql(
    'write.dropRefunds',
    `DELETE FROM refunds AS f USING ${REFUNDS.from} WHERE f.site = r.site AND f.id = r.id`,
    REFUNDS,
  ),
  newRefunds: sql(
    'write.newRefunds',
    `INSERT INTO refunds (site, id, order_id, at, uid, prior, waiting, place)
      SELECT site, id, order_id, at, uid, prior, waiting, place FROM ${PLACED_REFUNDS} ORDER BY site, id`,
    REFUNDS,
  ),
  setRefunds: sql(
    'write.setRefunds',
    `UPDATE refunds AS f SET order_id = r.order_id, at = r.at, uid = r.uid, prior = r.prior, waiting = r.waiting
      FROM ${REFUNDS.from} WHERE f.site = r.site AND f.id = r.id`,
    REFUNDS,
  ),
  newConversions: sql(
    'write.newConversions',
    `INSERT INTO conversions (site, id, at, partner, review, refunded, clawed_back, body)
      SELECT site, id, at, partner, review, refunded, clawed_back, body FROM ${CONVERSIONS.from}`,
    CONVERSIONS,
  ),
  setConversions: sql(
    'write.setConversions',
    `UPDATE conversions AS c SET review = r.review, refunded = r.refunded, clawed_back = r.clawed_back, body = r.body
      FROM ${CONVERSIONS.from} WHERE c.site = r.site AND c.id = r.id`,
    CONVERSIONS,
  ),
  candidates: sql(
    'write.candidates',
    `INSERT INTO candidates (site, partner, at, conversion) SELECT site, partner, at, conversion
      FROM ${CANDIDATES.from}`,
    CANDIDATES,
  ),
  tallies: sql(
    'write.tallies',
    `INSERT INTO tallies (site, partner, period, body)
      SELECT site, partner, period, body
        FROM ${TALLIES.from}
      ON CONFLICT (site, partner, period) DO UPDATE SET body = EXCLUDED.body`,
    TALLIES,
  ),
  facts: sql(
    'write.facts',
    `INSERT INTO facts (site, seq, at, body) SELECT site, nextval('fact_places'), at, body
      FROM ${FACTS.from}`,
    FACTS,
  ),
};
