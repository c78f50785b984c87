import { namedStatement as sql } from '../namedStatement.js';
import { RowList } from '../RowList.js';

const COUNTERS = ['clicks', 'uncounted', 'pageviews', 'visitors', 'signups', 'purchases', 'refunds'];
const columns = COUNTERS.join(', ');
const listed = (how: (counter: string) => string) => COUNTERS.map(how).join(', ');

const ROWS = new RowList(
  `r(site text, partner text, day text, trust text, ${listed((counter) => `${counter} integer`)})`,
);

/** What is counted and not in `counts` yet: each group of events puts it down, and all is added up every second. */
export const freshCountsSql = {
  put: sql(
    'totals.put',
    `INSERT INTO fresh_counts (site, partner, day, trust, ${columns}) SELECT site, partner, day, trust, ${columns} FROM ${ROWS.from}`,
    ROWS,
  ),
  /** Moves all of it into a slot ($1); waits for whoever is doing so, and takes what that one has left. */
  addUp: sql(
    'totals.addUp',
    `WITH f AS (
        DELETE FROM fresh_counts RETURNING *
      ), d AS (
        SELECT site, partner, day, trust, ${listed((counter) => `sum(${counter})::integer AS ${counter}`)}
          FROM f GROUP BY site, partner, day, trust
      )
      INSERT INTO counts AS c (site, partner, period, trust, slot, ${columns})
        SELECT site, partner, period, trust, $1::integer, ${listed((counter) => `sum(${counter})`)}
          FROM d CROSS JOIN LATERAL (VALUES (day), (left(day, 7)), (left(day, 4))) AS p(period)
          GROUP BY site, partner, period, trust ORDER BY site, partner, period, trust
        ON CONFLICT (site, partner, period, trust, slot) DO UPDATE SET
          ${listed((counter) => `${counter} = c.${counter} + EXCLUDED.${counter}`)}`,
  ),
  /** What it is of a site ($1), as rows `t` of the periods `p` (stored, shown) in $2 and $3. */
  from: `fresh_counts AS t JOIN unnest($2::text[], $3::text[]) AS p(stored, shown)
    ON t.site = $1 AND p.stored IN (t.day, left(t.day, 7), left(t.day, 4))`,
  /** Its first and its last day, of a site ($1). */
  span: 'SELECT min(day) AS first, max(day) AS last FROM fresh_counts WHERE site = $1',
};
