import {
  type Balance,
  balancesOf,
  dayOf,
  emptyCounts,
  type LedgerEntry,
  periodOf,
  type Reason,
} from '@reftally/core';
import type { Totals, TotalsRow } from '../Totals.js';
import type { TotalsQuery } from '../TotalsQuery.js';
import { compareTotals } from '../totals/compareTotals.js';
import { totalsRowsOf } from '../totals/totalsRowsOf.js';
import type { PartnerState } from './PartnerState.js';
import type { SiteState } from './SiteState.js';
import { type SumCounts, sumCounts } from './sumCounts.js';

/** Totals of a site's partners, or of the one asked for. */
export function totalsOf(site: SiteState, query: TotalsQuery): Totals {
  const { from, to, interval } = query;
  const sum = sumCounts(from, to, interval);
  const rows = partnersOf(site, query.partner).flatMap((partner) => rowsOf(partner, site, query, sum));
  const direct = sumCounts(from, to, 'total')(site.direct).get('') ?? emptyCounts();
  return { rows: rows.sort(compareTotals), direct, refused: refusedOf(site, query) };
}

function partnersOf(site: SiteState, id: string | undefined): PartnerState[] {
  if (id === undefined) return [...site.partners.values()];
  const partner = site.partners.get(id);
  return partner ? [partner] : [];
}

function rowsOf(state: PartnerState, site: SiteState, query: TotalsQuery, sum: SumCounts): TotalsRow[] {
  const commission = commissionByPeriod(state.entries, site, query);
  return totalsRowsOf(state.partner, query.interval, sum(state.totals), commission);
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

function refusedOf({ refused }: SiteState, { from, to }: TotalsQuery): Totals['refused'] {
  const sums: Partial<Record<Reason, number>> = {};
  for (const [day, reasons] of refused) {
    if (day < from || day > to) continue;
    for (const [reason, count] of reasons) sums[reason] = (sums[reason] ?? 0) + count;
  }
  return sums;
}
