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
import { TotalsSums } from './TotalsSums.js';

/** Totals of a site's partners, or of the one asked for, as of one moment. */
export function readTotals(connections: Connections, query: TotalsQuery): Promise<Totals> {
  const { site, partner, interval } = query;
  return snapshot(connections, async (transaction) => {
    const days = await readDays(transaction, site, query);
    const plan = days && periodPlan(days, interval);
    const sums = new TotalsSums();
    const [partners, refused] = await settleAll([
      readNamed(transaction, site, partner),
      readRefused(transaction, site, query),
      plan && readCounts(transaction, query, plan, sums),
      plan && readBalances(transaction, query, plan, sums),
    ]);
    const rows = sums.rowsOf(partners, interval).sort(compareTotals);
    return { rows, direct: sums.direct(), refused };
  });
}
