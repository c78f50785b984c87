import {
  type Balance,
  balancesOf,
  type Counts,
  dayOf,
  emptyCounts,
  type LedgerEntry,
  periodOf,
  type Reason,
} from '@reftally/core';
import type { Totals, TotalsRow } from '../Totals.js';
import type { TotalsQuery } from '../TotalsQuery.js';
import type { PartnerState } from './PartnerState.js';
import type { SiteState } from './SiteState.js';
import { type SumCounts, sumCounts } from './sumCounts.js';

/** Totals of a site's partners, or of the one asked for. */
export function totalsOf(site: SiteState, query: TotalsQuery): Totals {
  const { from, to, interval } = query;
  const sum = sumCounts(from, to, interval);
  const rows = partnersOf(site, query.partner).flatMap((partner) => rowsOf(partner, site, query, sum));
  const direct = sumCounts(from, to, 'total')(site.direct).get('') ?? emptyCounts();
  return { rows: rows.sort(compareRows), direct, refused: refusedOf(site, query) };
}

function partnersOf(site: SiteState, id: string | undefined): PartnerState[] {
  if (id === undefined) return [...site.partners.values()];
  const partner = site.partners.get(id);
  return partner ? [partner] : [];
}

function rowsOf(state: PartnerState, site: SiteState, query: TotalsQuery, sum: SumCounts): TotalsRow[] {
  const counts = sum(state.totals);
  const commission = commissionByPeriod(state.entries, site, query);
  if (query.interval === 'total') return [rowOf(state, '', counts.get(''), commission.get(''))];
  const periods = new Set([...counts.keys(), ...commission.keys()]);
  return [...periods].map((period) => rowOf(state, period, counts.get(period), commission.get(period)));
}

function rowOf(
  { partner }: PartnerState,
  period: string,
  counts: Counts | undefined,
  commission: Balance | undefined,
): TotalsRow {
  const { id, code, name } = partner;
  return {
    partner: id,
    code,
    name,
    ...(period && { period }),
    counts: counts ?? emptyCounts(),
    commission: commission ?? { held: [], payable: [], paid: [] },
  };
}

function commissionByPeriod(
  entries: readonly LedgerEntry[],
  { site }: SiteState,
  { from, to, interval, now }: TotalsQuery,
): Map<string, Balance> {
  return balancesOf(entries, now, ({ at }) => {
    const day = dayOf(at, site.timeZone);
    return day < from || day > to ? undefined : (periodOf(day, interval) ?? '');
  });
}

/** By name, then partner, then period; by code units, as no locale is everybody's. */
function compareRows(a: TotalsRow, b: TotalsRow): number {
  return compare(a.name, b.name) || compare(a.partner, b.partner) || compare(a.period ?? '', b.period ?? '');
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function refusedOf({ refused }: SiteState, { from, to }: TotalsQuery): Totals['refused'] {
  const sums: Partial<Record<Reason, number>> = {};
  for (const [day, reasons] of refused) {
    if (day < from || day > to) continue;
    for (const [reason, count] of reasons) sums[reason] = (sums[reason] ?? 0) + count;
  }
  return sums;
}
