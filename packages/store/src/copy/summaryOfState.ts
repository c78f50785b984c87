import { checkChain } from '../file/backup/checkChain.js';
import type { SiteState } from '../file/SiteState.js';
import type { State } from '../file/State.js';
import { totalsOf } from '../file/totalsOf.js';
import { trustTotalsOf } from '../file/trustTotalsOf.js';
import type { CopyCounts, CopySummary } from './CopySummary.js';
import { SummaryDetails } from './SummaryDetails.js';

/** What a state adds up to; `now` in ms. Throws a `StartError` on a ledger that does not hold. */
export function summaryOfState(state: State, now: number): CopySummary {
  const details = new SummaryDetails(now);
  const sites = [...state.sites.values()];
  for (const site of sites) {
    const query = details.query(site.site.id);
    details.addTotals(site.site.id, totalsOf(site, query), trustTotalsOf(site, query));
    for (const { partner, entries } of site.partners.values()) {
      checkChain(partner.id, entries);
      details.addChain(partner.id, entries.at(-1)?.hash);
    }
  }
  const sum = (of: (site: SiteState) => number) => sites.reduce((all, site) => all + of(site), 0);
  const counts: CopyCounts = {
    sites: sites.length,
    partners: sum(({ partners }) => partners.size),
    links: sum(({ links }) => links.size),
    customers: sum(({ customers }) => customers.size),
    orders: sum(({ orders }) => orders.size),
    conversions: sum(({ conversions }) => conversions.size),
    payouts: sum(({ payouts }) => payouts.size),
    ledgerEntries: sum(({ ledger }) => ledger.length),
  };
  return { counts, details: details.map };
}
