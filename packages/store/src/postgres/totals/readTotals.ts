import { addCounts, type Balance, type Counts, emptyCounts } from '@reftally/core';
import type { Totals, TotalsRow } from '../../Totals.js';
import type { TotalsQuery } from '../../TotalsQuery.js';
import { compareTotals } from '../../totals/compareTotals.js';
import type { Connections } from '../connect.js';
import { settleAll } from '../settleAll.js';
import { snapshot } from '../snapshot.js';
import type { ByPartner } from './ByPartner.js';
import { periodPlan } from './periodPlan.js';
import { readBalances } from './readBalances.js';
import { readCounts } from './readCounts.js';
import { readDays } from './readDays.js';
import { type NamedPartner, readNamed } from './readNamed.js';
import { readRefused } from './readRefused.js';

const NONE: ReadonlyMap<string, never> = new Map<string, never>();

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
    const rows = partners.flatMap((named) => rowsOf(named, query, counts, balances));
    return { rows: rows.sort(compareTotals), direct: sumOf(counts.get('')), refused };
  });
}

function rowsOf(
  partner: NamedPartner,
  { interval }: TotalsQuery,
  counts: ByPartner<Counts>,
  balances: ByPartner<Balance>,
): TotalsRow[] {
  const counted = counts.get(partner.id) ?? NONE;
  const commission = balances.get(partner.id) ?? NONE;
  if (interval === 'total') return [rowOf(partner, '', counted.get(''), commission.get(''))];
  const periods = new Set([...counted.keys(), ...commission.keys()]);
  return [...periods].map((period) => rowOf(partner, period, counted.get(period), commission.get(period)));
}

function rowOf(
  { id, code, name }: NamedPartner,
  period: string,
  counts: Counts | undefined,
  commission: Balance | undefined,
): TotalsRow {
  return {
    partner: id,
    code,
    name,
    ...(period && { period }),
    counts: counts ?? emptyCounts(),
    commission: commission ?? { held: [], payable: [], paid: [] },
  };
}

function sumOf(periods: ReadonlyMap<string, Counts> = NONE): Counts {
  const sum = emptyCounts();
  for (const counts of periods.values()) addCounts(sum, counts);
  return sum;
}
