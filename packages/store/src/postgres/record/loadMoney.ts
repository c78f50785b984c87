import { settleAll } from '../settleAll.js';
import { CountedMoments } from './CountedMoments.js';
import { keyOf } from './keyOf.js';
import type { MoneyKeys } from './MoneyKeys.js';
import { moneySql } from './moneySql.js';
import type { PartialSite } from './PartialSite.js';
import { putAccount } from './putAccount.js';
import type { SiteLoader } from './SiteLoader.js';

type Row = { site: string; partner: string };

/** Locks the chains of the partners who may be credited, and loads what commission rules and flags look up. */
export async function loadMoney(loader: SiteLoader, keys: MoneyKeys): Promise<void> {
  const { partners, clients, hours, spans, conversions } = keys;
  if (partners.size === 0) return;
  await settleAll([
    loader.load(putAccount, moneySql.accounts, partners),
    loader.load(putTally, moneySql.tallies, partners),
    clients.size ? loader.load(putClient, moneySql.seen, clients) : undefined,
    hours.size ? loader.load(putArrivals, moneySql.arrivals, hours) : undefined,
    spans.size ? loader.load(putCredited, moneySql.credited, spans) : undefined,
    conversions.size ? loader.load(putReview, moneySql.inReview, conversions) : undefined,
  ]);
}

function putTally(
  { partner, period, body }: Row & { period: string; body: string },
  { state, tallies }: PartialSite,
): void {
  tallies.set(keyOf(partner, period), body);
  state.partners.get(partner)?.tallies.set(period, JSON.parse(body));
}

function putClient({ partner, client, at }: Row & { client: string; at: number }, { state }: PartialSite) {
  state.partners.get(partner)?.identity.clients.add(client, at);
}

function putArrivals(
  { partner, hour, raw, visitors }: Row & { hour: number; raw: number; visitors: number },
  { state }: PartialSite,
): void {
  state.partners.get(partner)?.arrivals.add(hour, { raw, visitors });
}

function putCredited(
  { partner, since, at, n }: Row & { since: number; at: number; n: number },
  { state }: PartialSite,
): void {
  const known = state.partners.get(partner);
  if (!known) return;
  const moments = known.credited instanceof CountedMoments ? known.credited : new CountedMoments();
  moments.count(since, at, n);
  known.credited = moments;
}

function putReview({ conversion }: { site: string; conversion: string }, { inReview }: PartialSite): void {
  inReview.add(conversion);
}
