import { namedStatement as sql } from '../namedStatement.js';

const KEYS = 'json_to_recordset($1) AS k(site text, id text)';
/** The customers whom events name ($1), and those of the orders that they name ($2). */
const CUSTOMERS = `(SELECT site, id FROM ${KEYS}
  UNION SELECT o.site, o.customer FROM json_to_recordset($2) AS n(site text, id text)
  JOIN orders o ON o.site = n.site AND o.id = n.id WHERE o.customer IS NOT NULL) AS k`;

/** What is read before events are decided, by the keys ({site, id} each) that they name. */
export const recordSql = {
  claim: sql(
    'record.claim',
    `INSERT INTO events (site, id, at, claim)
      SELECT site, id, at, $2::bigint FROM json_to_recordset($1) AS k(site text, id text, at bigint)
      ON CONFLICT DO NOTHING RETURNING id`,
  ),
  known: sql(
    'record.known',
    `SELECT e.site, e.id, e.claim, e.conversion, e.prior FROM ${KEYS}
      JOIN events e ON e.site = k.site AND e.id = k.id WHERE e.claim <> $2::bigint`,
  ),
  sites: sql(
    'record.sites',
    'SELECT s.id, s.body FROM json_to_recordset($1) AS k(id text) JOIN sites s ON s.id = k.id',
  ),
  claimOrders: sql(
    'record.claimOrders',
    `INSERT INTO orders (site, id) SELECT site, id FROM ${KEYS} ON CONFLICT DO NOTHING`,
  ),
  orders: sql(
    'record.orders',
    `SELECT o.site, o.id, o.body FROM ${KEYS} JOIN orders o ON o.site = k.site AND o.id = k.id
      ORDER BY o.site, o.id FOR UPDATE OF o`,
  ),
  customers: sql(
    'record.customers',
    `SELECT c.site, c.id, c.orders, c.body FROM ${CUSTOMERS} JOIN customers c ON c.site = k.site AND c.id = k.id
      ORDER BY c.site, c.id FOR UPDATE OF c`,
  ),
  customerTallies: sql(
    'record.customerTallies',
    `SELECT t.site, t.customer, t.partner, t.body FROM ${CUSTOMERS}
      JOIN customer_tallies t ON t.site = k.site AND t.customer = k.id`,
  ),
  existing: sql(
    'record.existing',
    `SELECT e.site, e.id, e.body FROM ${CUSTOMERS} JOIN existing_customers e ON e.site = k.site AND e.id = k.id`,
  ),
  refunds: sql(
    'record.refunds',
    `SELECT r.site, r.id, r.prior, r.waiting, r.place FROM ${KEYS} JOIN refunds r ON r.site = k.site AND r.id = k.id
      ORDER BY r.site, r.id FOR UPDATE OF r`,
  ),
  waiting: sql(
    'record.waiting',
    `SELECT r.site, r.id, r.prior, r.waiting, r.place FROM ${KEYS} JOIN refunds r ON r.site = k.site AND r.order_id = k.id
      WHERE r.waiting IS NOT NULL ORDER BY r.site, r.id FOR UPDATE OF r`,
  ),
  conversions: sql(
    'record.conversions',
    `SELECT c.site, c.id, c.refunded, c.clawed_back, c.body FROM ${KEYS}
      JOIN conversions c ON c.site = k.site AND c.id = k.id`,
  ),
  visitors: sql(
    'record.visitors',
    `SELECT v.site, v.id, v.touches FROM ${KEYS} JOIN visitors v ON v.site = k.site AND v.id = k.id`,
  ),
  buyers: sql(
    'record.buyers',
    `SELECT v.site, v.id, v.touches FROM ${KEYS} JOIN visitors v ON v.site = k.site AND v.id = k.id
      ORDER BY v.site, v.id FOR UPDATE OF v`,
  ),
  clicks: sql(
    'record.clicks',
    `SELECT c.site, c.client, c.code, c.decided, c.body FROM json_to_recordset($1) AS k(site text, client text, code text)
      JOIN clicks c ON c.site = k.site AND c.client = k.client AND c.code = k.code`,
  ),
  links: sql(
    'record.links',
    `SELECT l.site, l.body AS link, p.body AS partner FROM json_to_recordset($1) AS k(site text, code text)
      JOIN links l ON l.site = k.site AND l.key = k.code JOIN partners p ON p.id = l.partner`,
  ),
  /** Those asked for ($1), and those of conversions ($2). */
  partners: sql(
    'record.partners',
    `SELECT p.site, p.body FROM (SELECT site, id FROM ${KEYS}
        UNION SELECT c.site, c.partner FROM json_to_recordset($2) AS n(site text, id text)
        JOIN conversions c ON c.site = n.site AND c.id = n.id) AS k
      JOIN partners p ON p.id = k.id AND p.site = k.site`,
  ),
};
