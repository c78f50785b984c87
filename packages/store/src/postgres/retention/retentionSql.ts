import { namedStatement as sql } from '../namedStatement.js';

/** So many rows are looked at by one statement, so that none takes long. */
const PAGE = 5_000;

/** What is forgotten is found and deleted by; $1 is the site throughout, $2 the key after which a page begins. */
export const retentionSql = {
  /** One collector in half an hour gets its row. */
  claim: sql(
    'retention.claim',
    `INSERT INTO chores AS c (name, done_at) VALUES ('retention', $1)
      ON CONFLICT (name) DO UPDATE SET done_at = EXCLUDED.done_at WHERE c.done_at <= EXCLUDED.done_at - 1800000 RETURNING name`,
  ),
  sites: sql('retention.sites', 'SELECT body, forgotten_ids, forgotten_touches FROM sites'),
  /** Never less than before. */
  remember: sql(
    'retention.remember',
    `UPDATE sites SET forgotten_ids = greatest(forgotten_ids, $2), forgotten_touches = greatest(forgotten_touches, $3)
      WHERE id = $1`,
  ),
  /** Visits that came before a time ($3). */
  events: sql(
    'retention.events',
    `WITH page AS (SELECT id, at, conversion, prior FROM events WHERE site = $1 AND id > $2 ORDER BY id LIMIT ${PAGE}),
        gone AS (DELETE FROM events AS e USING page p WHERE e.site = $1 AND e.id = p.id
          AND e.at < $3 AND e.conversion IS NULL AND e.prior IS NULL)
      SELECT max(id) AS last FROM page`,
  ),
  /** Visitors, of whom those are given whose first touch was before a time ($3). */
  visitors: sql(
    'retention.visitors',
    `WITH page AS (SELECT id, touches FROM visitors WHERE site = $1 AND id > $2 ORDER BY id LIMIT ${PAGE})
      SELECT id, CASE WHEN (touches::json->0->>'at')::bigint < $3 THEN touches END AS touches FROM page ORDER BY id`,
  ),
  /** Unless somebody else has changed them: then another time. */
  setVisitors: sql(
    'retention.setVisitors',
    `UPDATE visitors AS v SET touches = r.touches FROM json_to_recordset($2) AS r(id text, touches text, was text)
      WHERE v.site = $1 AND v.id = r.id AND v.touches = r.was`,
  ),
  dropVisitors: sql(
    'retention.dropVisitors',
    `DELETE FROM visitors AS v USING json_to_recordset($2) AS r(id text, was text)
      WHERE v.site = $1 AND v.id = r.id AND v.touches = r.was`,
  ),
};
