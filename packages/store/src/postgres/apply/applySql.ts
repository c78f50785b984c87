import { namedStatement as sql } from '../namedStatement.js';

/** How facts that were decided elsewhere are written, where that differs from how a collector writes its own. */
export const applySql = {
  site: sql(
    'apply.site',
    `INSERT INTO sites (id, public_key, secret_hash, created_at, body) VALUES ($1, $2, $3, $4, $5)
      ON CONFLICT (id) DO UPDATE SET public_key = EXCLUDED.public_key, secret_hash = EXCLUDED.secret_hash, body = EXCLUDED.body`,
  ),
  partner: sql(
    'apply.partner',
    `INSERT INTO partners (id, site, code, name, created_at, body) VALUES ($1, $2, $3, $4, $5, $6)
      ON CONFLICT (id) DO UPDATE SET code = EXCLUDED.code, name = EXCLUDED.name, body = EXCLUDED.body`,
  ),
  link: sql(
    'apply.link',
    'INSERT INTO links (site, key, id, partner, created_at, body) VALUES ($1, $2, $3, $4, $5, $6)',
  ),
  token: sql(
    'apply.token',
    `INSERT INTO tokens (kind, hash, expires_at, body) VALUES ($1, $2, $3, $4)
      ON CONFLICT (kind, hash) DO UPDATE SET expires_at = EXCLUDED.expires_at, body = EXCLUDED.body`,
  ),
  taken: sql('apply.taken', 'DELETE FROM tokens WHERE kind = $1 AND hash = $2'),
  existing: sql(
    'apply.existing',
    `INSERT INTO existing_customers (site, id, imported_at, body)
      SELECT $1, id, imported_at, body FROM json_to_recordset($2) AS r(id text, imported_at bigint, body text)
      ON CONFLICT DO NOTHING`,
  ),
  seen: sql(
    'apply.seen',
    `INSERT INTO seen_clients (site, partner, client, at) VALUES ($1, $2, $3, $4)
      ON CONFLICT (site, partner, client) DO UPDATE SET at = EXCLUDED.at`,
  ),
  payout: sql('apply.payout', 'SELECT id FROM payouts WHERE site = $1 AND id = $2'),
};
