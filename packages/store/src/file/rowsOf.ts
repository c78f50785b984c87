import { type Counts, TRUST_LEVELS } from '@reftally/core';
import type { DailyCounts } from './DailyCounts.js';
import type { SiteState } from './SiteState.js';
import type { State } from './State.js';
import type { StateRow } from './StateRow.js';

/** How many entries of a list share a row. */
const PIECE = 200;

/** All rows of a state, in an order from which `applyRow` can make it again. */
export function* rowsOf(state: State): Generator<StateRow> {
  for (const site of state.sites.values()) yield* siteRows(site);
  for (const tokens of Object.values(state.tokens)) for (const token of tokens.values()) yield { token };
}

function* siteRows(site: SiteState): Generator<StateRow> {
  const of = site.site.id;
  yield { site: site.site };
  for (const { partner } of site.partners.values()) yield { partner };
  for (const link of site.linkOrder) yield { link };
  if (site.forgotten) yield { of, forgotten: site.forgotten };
  for (const ids of site.eventIds.rows()) yield { of, ids };
  for (const visitors of pieces(site.visitors)) yield { of, visitors };
  for (const customers of pieces(site.customers.values())) yield { of, customers };
  for (const existing of pieces(site.existingOrder)) yield { of, existing };
  for (const orders of pieces(site.orders.values())) yield { of, orders };
  for (const refundEvents of pieces(site.refundEvents)) yield { of, refundEvents };
  for (const refunds of pieces(site.refunds)) yield { of, refunds };
  for (const waiting of pieces(site.waiting)) yield { of, waiting };
  yield* clickRows(site);
  for (const conversions of pieces(site.conversions.values())) yield { of, conversions };
  yield* totalsRows(site);
}

function* clickRows(site: SiteState): Generator<StateRow> {
  const of = site.site.id;
  const { since, ...generations } = site.clicks.dump();
  for (const generation of ['current', 'previous'] as const)
    for (const clicks of pieces(generations[generation])) yield { of, since, generation, clicks };
}

function* totalsRows(site: SiteState): Generator<StateRow> {
  const of = site.site.id;
  yield* dailyRows(of, '', site.direct);
  for (const [partnerId, { totals }] of site.partners) yield* dailyRows(of, partnerId, totals);
  for (const entries of pieces(site.ledger)) yield { of, entries };
  for (const payouts of pieces(site.payoutOrder)) yield { of, payouts };
  for (const arrivals of pieces(hourlyArrivals(site))) yield { of, arrivals };
  for (const seenIn of pieces(seenClients(site))) yield { of, seenIn };
  for (const days of pieces(site.refused))
    yield { of, refused: days.map(([day, reasons]) => [day, [...reasons]]) };
}

function* seenClients({ partners }: SiteState): Generator<[partner: string, client: string, at: number]> {
  for (const [id, { identity }] of partners)
    for (const [client, at] of identity.clients) yield [id, client, at];
}

function* hourlyArrivals({
  partners,
}: SiteState): Generator<[id: string, hour: number, raw: number, visitors: number]> {
  for (const [id, { arrivals }] of partners) for (const hour of arrivals) yield [id, ...hour];
}

function* dailyRows(of: string, partnerId: string, totals: DailyCounts): Generator<StateRow> {
  for (const days of pieces(totals.days)) yield { of, partnerId, totals: days.map(withoutZeros) };
  for (const trust of TRUST_LEVELS)
    for (const days of pieces(totals.trusted?.[trust]?.days ?? []))
      yield { of, partnerId, trust, totals: days.map(withoutZeros) };
}

/** Most counters of most days are 0. */
function withoutZeros([day, { revenue, discounts, ...counters }]: [string, Counts]): [
  string,
  Partial<Counts>,
] {
  const counts = Object.entries(counters).filter(([, count]) => count !== 0);
  const hasRevenue = Object.keys(revenue).length > 0;
  return [
    day,
    { ...Object.fromEntries(counts), ...(hasRevenue && { revenue }), ...(discounts && { discounts }) },
  ];
}

function* pieces<T>(items: Iterable<T>): Generator<T[]> {
  let piece: T[] = [];
  for (const item of items) {
    piece.push(item);
    if (piece.length < PIECE) continue;
    yield piece;
    piece = [];
  }
  if (piece.length > 0) yield piece;
}
