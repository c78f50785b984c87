import { balanceOf, balancesOf, dayOf, emptyCounts, periodOf, type Reason } from '@reftally/core';
import type { Totals, TotalsRow } from '../Totals.js';
import type { TotalsQuery } from '../TotalsQuery.js';
import { compareTotals } from '../totals/compareTotals.js';
import { totalsRowsOf } from '../totals/totalsRowsOf.js';
import { DayRange } from './DayRange.js';
import type { PartnerState } from './PartnerState.js';
import type { SiteState } from './SiteState.js';
import { type SumCounts, sumCounts } from './sumCounts.js';

/** Totals of a site's partners, or of the one asked for. */
export function totalsOf(site: SiteState, query: TotalsQuery): Totals {
  const { from, to, interval } = query;
  const sum = sumCounts(from, to, interval);
  const partners = partnersOf(site, query.partner);
  const rows =
    interval === 'total' ? wholeRows(partners, site, query, sum) : rowsBy(partners, site, query, sum);
  const direct = sumCounts(from, to, 'total')(site.direct).get('') ?? emptyCounts();
  return { rows: rows.sort(compareTotals), direct, refused: refusedOf(site, query) };
}

function partnersOf(site: SiteState, id: string | undefined): PartnerState[] {
  if (id === undefined) return [...site.partners.values()];
  const partner = site.partners.get(id);
  return partner ? [partner] : [];
}

/** One of each partner, for the whole range. */
function wholeRows(
  partners: readonly PartnerState[],
  { site }: SiteState,
  { from, to, now }: TotalsQuery,
  sum: SumCounts,
): TotalsRow[] {
  const range = new DayRange(from, to, site.timeZone);
  const isWithin = ({ at }: { at: number }) => range.has(at);
  return partners.map(({ partner: { id, code, name }, totals, entries }) => {
    const counts = sum(totals).get('') ?? emptyCounts();
    return { partner: id, code, name, counts, commission: balanceOf(entries, now, isWithin) };
  });
}

/** Of each partner one for each period in which something happened. */
function rowsBy(
  partners: readonly PartnerState[],
  { site }: SiteState,
  { from, to, interval, now }: TotalsQuery,
  sum: SumCounts,
): TotalsRow[] {
  return partners.flatMap(({ partner, totals, entries }) => {
    const commission = balancesOf(entries, now, ({ at }) => {
      const day = dayOf(at, site.timeZone);
      return day < from || day > to ? undefined : periodOf(day, interval);
    });
    return totalsRowsOf(partner, sum(totals), commission);
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
