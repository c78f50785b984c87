import type { Totals } from '../../Totals.js';
import type { TotalsQuery } from '../../TotalsQuery.js';
import { compareTotals } from '../../totals/compareTotals.js';
import type { Connections } from '../connect.js';
import { settleAll } from '../settleAll.js';
import { snapshot } from '../snapshot.js';
import { periodPlan } from './periodPlan.js';
import { readBalances } from './readBalances.js';
import { readCounts } from './readCounts.js';
import { readDays } from './readDays.js';
import { readNamed } from './readNamed.js';
import { readRefused } from './readRefused.js';
import { readRevenue } from './readRevenue.js';
import { TotalsSums } from './TotalsSums.js';

/** Totals of a site's partners, or of the one asked for, as of one moment. */
export function readTotals(connections: Connections, query: TotalsQuery): Promise<Totals> {
  const { site, partner, interval } = query;
  return snapshot(connections, async (one, other) => {
    const days = await readDays(one, site, query);
    const plan = days && periodPlan(days, interval);
    const sums = new TotalsSums();
    const [partners, refused] = await settleAll([
      readNamed(one, site, partner),
      readRefused(one, site, query),
      plan && readCounts(one, query, plan, sums),
      plan && readRevenue(other, query, plan, sums),
      plan && readBalances(other, query, plan, sums),
    ]);
    const rows = sums.rowsOf(partners, interval).sort(compareTotals);
    return { rows, direct: sums.direct(), refused };
  });
}
