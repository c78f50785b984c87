import { addCounts, type BalanceSums, type Counts, emptyCounts } from '@reftally/core';
import type { Totals, TotalsRow } from '../../Totals.js';
import type { TotalsQuery } from '../../TotalsQuery.js';
import { compareTotals } from '../../totals/compareTotals.js';
import type { Connections } from '../connect.js';
import { settleAll } from '../settleAll.js';
import { snapshot } from '../snapshot.js';
import type { ByPeriod } from './ByPeriod.js';
import { periodPlan } from './periodPlan.js';
import { readBalances } from './readBalances.js';
import { readCounts } from './readCounts.js';
import { readDays } from './readDays.js';
import { type NamedPartner, readNamed } from './readNamed.js';
import { readRefused } from './readRefused.js';

type Read = { counts: ByPeriod<Counts>; balances: ByPeriod<BalanceSums> };

const NONE: ByPeriod<never> = new Map<string, never>();

/** Totals of a site's partners, or of the one asked for, as of one moment. */
export function readTotals(connections: Connections, query: TotalsQuery): Promise<Totals> {
  const { site, partner, interval } = query;
  return snapshot(connections, async (transaction) => {
    const days = await readDays(transaction, site, query);
    const plan = days && periodPlan(days, interval);
    const [counts, balances, partners, refused] = await settleAll([
      plan ? readCounts(transaction, query, plan) : NONE,
      plan ? readBalances(transaction, query, plan) : NONE,
      readNamed(transaction, site, partner),
      readRefused(transaction, site, query),
    ]);
    const periods = interval === 'total' ? [''] : [...new Set([...counts.keys(), ...balances.keys()])];
    const rows = periods.flatMap((period) => rowsOf(period, partners, { counts, balances }));
    return { rows: rows.sort(compareTotals), direct: directOf(counts), refused };
  });
}

/** Of every partner for the whole range, else of those for whom something happened in the period. */
function rowsOf(period: string, partners: readonly NamedPartner[], { counts, balances }: Read): TotalsRow[] {
  const [counted, earned] = [counts.get(period), balances.get(period)];
  const rows: TotalsRow[] = [];
  for (const { id, code, name } of partners) {
    const [own, sums] = [counted?.get(id), earned?.get(id)];
    if (period !== '' && !own && !sums) continue;
    const commission = sums?.toBalance() ?? { held: [], payable: [], paid: [] };
    const row = { partner: id, code, name, counts: own ?? emptyCounts(), commission };
    rows.push(period === '' ? row : { ...row, period });
  }
  return rows;
}

function directOf(counts: ByPeriod<Counts>): Counts {
  const sum = emptyCounts();
  for (const partners of counts.values()) {
    const direct = partners.get('');
    if (direct) addCounts(sum, direct);
  }
  return sum;
}
