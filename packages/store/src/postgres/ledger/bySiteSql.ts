import { namedStatement as sql } from '../namedStatement.js';

/** What changes of a site are read and written by; $1 is the site throughout. */
export const bySiteSql = {
  site: sql('site.find', 'SELECT body FROM sites WHERE id = $1'),
  adjustment: sql('adjust.find', 'SELECT body FROM adjustments WHERE site = $1 AND id = $2'),
  newAdjustment: sql('adjust.new', 'INSERT INTO adjustments (site, id, body) VALUES ($1, $2, $3)'),
  conversion: sql('review.find', 'SELECT body FROM conversions WHERE site = $1 AND id = $2'),
  lockConversion: sql(
    'review.lock',
    'SELECT site, id, refunded, clawed_back, body FROM conversions WHERE site = $1 AND id = $2 FOR UPDATE',
  ),
  /** The entries of a conversion, oldest first. */
  entries: sql('review.entries', 'SELECT body FROM ledger WHERE site = $1 AND conversion = $2 ORDER BY seq'),
  claimCustomers: sql(
    'customers.claim',
    `INSERT INTO customers (site, id, orders) SELECT $1, id, 0 FROM unnest($2::text[]) AS id ON CONFLICT DO NOTHING`,
  ),
  newExisting: sql(
    'customers.newExisting',
    `INSERT INTO existing_customers (site, id, imported_at, body)
      SELECT $1, id, imported_at, body FROM json_to_recordset($2) AS r(id text, imported_at bigint, body text)`,
  ),
  /** $1 is the partner. */
  partnerWithSite: sql(
    'partner.withSite',
    'SELECT p.body AS partner, s.body AS site FROM partners p JOIN sites s ON s.id = p.site WHERE p.id = $1',
  ),
  seen: sql(
    'partner.seen',
    `INSERT INTO seen_clients (site, partner, client, at) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING RETURNING at`,
  ),
  forgetSeen: sql(
    'partner.forgetSeen',
    'DELETE FROM seen_clients WHERE site = $1 AND partner = $2 AND at < $3',
  ),
  fact: sql('fact', `INSERT INTO facts (site, seq, at, body) VALUES ($1, nextval('fact_places'), $2, $3)`),
};
