import { namedStatement as sql } from '../namedStatement.js';
import { RowList } from '../RowList.js';

const KEYS = new RowList('k(site text, id text)');
const EVENTS = new RowList('k(site text, id text, at bigint)', 2);
const CODES = new RowList('k(site text, code text)');
const CLICKS = new RowList('k(site text, client text, code text)');
const MORE = new RowList('n(site text, id text)', 3);
/** The customers whom events name, and those of the orders that they name. */
const CUSTOMERS = `(SELECT site, id FROM ${KEYS.from}
  UNION SELECT o.site, o.customer FROM ${MORE.from}
  JOIN orders o ON o.site = n.site AND o.id = n.id WHERE o.customer IS NOT NULL) AS k`;

/** What is read before events are decided, by the keys ({site, id} each) that they name. */
export const recordSql = {
  claim: sql(
    'record.claim',
    `INSERT INTO events (site, id, at, claim)
      SELECT site, id, at, $1::bigint FROM ${EVENTS.from} ON CONFLICT DO NOTHING RETURNING id`,
    EVENTS,
  ),
  known: sql(
    'record.known',
    `SELECT e.site, e.id, e.at, e.claim, e.conversion, e.prior FROM ${EVENTS.from}
      JOIN events e ON e.site = k.site AND e.id = k.id WHERE e.claim <> $1::bigint`,
    EVENTS,
  ),
  sites: sql(
    'record.sites',
    `SELECT s.id, s.body, s.forgotten_ids, s.forgotten_touches FROM ${KEYS.from} JOIN sites s ON s.id = k.id`,
    KEYS,
  ),
  claimOrders: sql(
    'record.claimOrders',
    `INSERT INTO orders (site, id) SELECT site, id FROM ${KEYS.from} ON CONFLICT DO NOTHING`,
    KEYS,
  ),
  orders: sql(
    'record.orders',
    `SELECT o.site, o.id, o.body FROM ${KEYS.from} JOIN orders o ON o.site = k.site AND o.id = k.id
      ORDER BY o.site, o.id FOR UPDATE OF o`,
    KEYS,
  ),
  customers: sql(
    'record.customers',
    `SELECT c.site, c.id, c.orders, c.body FROM ${CUSTOMERS} JOIN customers c ON c.site = k.site AND c.id = k.id
      ORDER BY c.site, c.id FOR UPDATE OF c`,
    KEYS,
    MORE,
  ),
  customerTallies: sql(
    'record.customerTallies',
    `SELECT t.site, t.customer, t.partner, t.body FROM ${CUSTOMERS}
      JOIN customer_tallies t ON t.site = k.site AND t.customer = k.id`,
    KEYS,
    MORE,
  ),
  existing: sql(
    'record.existing',
    `SELECT e.site, e.id, e.body FROM ${CUSTOMERS} JOIN existing_customers e ON e.site = k.site AND e.id = k.id`,
    KEYS,
    MORE,
  ),
  refunds: sql(
    'record.refunds',
    `SELECT r.site, r.id, r.prior, r.waiting, r.place FROM ${KEYS.from} JOIN refunds r ON r.site = k.site AND r.id = k.id
      ORDER BY r.site, r.id FOR UPDATE OF r`,
    KEYS,
  ),
  waiting: sql(
    'record.waiting',
    `SELECT r.site, r.id, r.prior, r.waiting, r.place FROM ${KEYS.from} JOIN refunds r ON r.site = k.site AND r.order_id = k.id
      WHERE r.waiting IS NOT NULL ORDER BY r.site, r.id FOR UPDATE OF r`,
    KEYS,
  ),
  conversions: sql(
    'record.conversions',
    `SELECT c.site, c.id, c.refunded, c.clawed_back, c.body FROM ${KEYS.from}
      JOIN conversions c ON c.site = k.site AND c.id = k.id`,
    KEYS,
  ),
  visitors: sql(
    'record.visitors',
    `SELECT v.site, v.id, v.touches FROM ${KEYS.from} JOIN visitors v ON v.site = k.site AND v.id = k.id`,
    KEYS,
  ),
  buyers: sql(
    'record.buyers',
    `SELECT v.site, v.id, v.touches FROM ${KEYS.from} JOIN visitors v ON v.site = k.site AND v.id = k.id
      ORDER BY v.site, v.id FOR UPDATE OF v`,
    KEYS,
  ),
  clicks: sql(
    'record.clicks',
    `SELECT c.site, c.client, c.code, c.decided, c.body FROM ${CLICKS.from}
      JOIN clicks c ON c.site = k.site AND c.client = k.client AND c.code = k.code`,
    CLICKS,
  ),
  links: sql(
    'record.links',
    `SELECT l.site, l.body AS link, p.body AS partner FROM ${CODES.from}
      JOIN links l ON l.site = k.site AND l.key = k.code JOIN partners p ON p.id = l.partner`,
    CODES,
  ),
  /** Those asked for, and those of conversions. */
  partners: sql(
    'record.partners',
    `SELECT p.site, p.body FROM (SELECT site, id FROM ${KEYS.from}
        UNION SELECT c.site, c.partner FROM ${MORE.from}
        JOIN conversions c ON c.site = n.site AND c.id = n.id) AS k
      JOIN partners p ON p.id = k.id AND p.site = k.site`,
    KEYS,
    MORE,
  ),
};
