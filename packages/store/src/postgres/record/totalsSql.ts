import { namedStatement as sql } from '../namedStatement.js';
import { RowList } from '../RowList.js';

const SUM_ROWS = new RowList(
  'r(site text, partner text, period text, trust text, currency text, revenue bigint, discount bigint)',
  2,
);
const REFUSALS = new RowList('r(site text, day text, reason text, n bigint)', 2);
const ARRIVALS = new RowList('r(site text, partner text, hour integer, raw integer, visitors integer)', 2);
/** How totals are added up, in the slot ($1) of a process; counts are only put down. */
export const totalsSql = {
  sums: sql(
    'totals.sums',
    `INSERT INTO sums AS t (site, partner, period, trust, currency, slot, revenue, discount)
      SELECT site, partner, period, trust, currency, $1::integer, revenue, discount
      FROM ${SUM_ROWS.from}
      ON CONFLICT (site, partner, period, trust, currency, slot) DO UPDATE SET
        revenue = coalesce(t.revenue + EXCLUDED.revenue, t.revenue, EXCLUDED.revenue),
        discount = coalesce(t.discount + EXCLUDED.discount, t.discount, EXCLUDED.discount)`,
    SUM_ROWS,
  ),
  refusals: sql(
    'totals.refusals',
    `INSERT INTO refusals AS t (site, day, reason, slot, n) SELECT site, day, reason, $1::integer, n
      FROM ${REFUSALS.from}
      ON CONFLICT (site, day, reason, slot) DO UPDATE SET n = t.n + EXCLUDED.n`,
    REFUSALS,
  ),
  arrivals: sql(
    'totals.arrivals',
    `INSERT INTO arrivals AS t (site, partner, hour, slot, raw, visitors)
      SELECT site, partner, hour, $1::integer, raw, visitors
      FROM ${ARRIVALS.from}
      ON CONFLICT (site, partner, hour, slot) DO UPDATE SET raw = t.raw + EXCLUDED.raw, visitors = t.visitors + EXCLUDED.visitors`,
    ARRIVALS,
  ),
};
