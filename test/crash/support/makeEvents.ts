import type { Shop } from './createShop.js';
import type { Sent } from './Sent.js';

/** Makes events of referred visitors without end: pageviews, signups, purchases, and now and then a second event for the same order. */
export function makeEvents(shop: Shop, random: () => number): () => Sent {
  const run = Math.floor(random() * 1e9).toString(36);
  const touchedAt = Date.now() - 3_600_000;
  let made = 0;
  let lastPurchase: Sent | undefined;

  return () => {
    const number = made++;
    const id = `${run}-event-${number}`;
    if (lastPurchase && random() < 0.1) return { ...lastPurchase, id, wire: { ...lastPurchase.wire, id } };
    const visitorNumber = Math.floor(random() * (1 + number / 3));
    const visitor = `${run}-visitor-${visitorNumber}`;
    const partner = shop.partners[visitorNumber % shop.partners.length];
    if (!partner) throw new Error('the shop has no partners');
    const who = { v: visitor, t: [[partner.code, touchedAt]] satisfies [string, number][] };
    const sent = { id, partner: partner.id, visitor, ...whatOf(number, run, random) };
    const event: Sent = { ...sent, wire: { id, n: sent.n, a: who, p: sent.p } };
    if (event.counts === 'purchases') lastPurchase = event;
    return event;
  };
}

type What = Pick<Sent, 'once' | 'counts' | 'revenue'> & { n: string; p: Record<string, string> };

function whatOf(number: number, run: string, random: () => number): What {
  const turn = random();
  if (turn < 0.7) return { n: 'pageview', p: {}, once: `${run}-event-${number}`, counts: 'pageviews' };
  const key = `${run}-${number}`;
  if (turn < 0.8) return { n: 'signup', p: { customerId: `c-${key}` }, once: `c-${key}`, counts: 'signups' };
  const minor = 1 + Math.floor(random() * 99_999);
  const isYen = turn > 0.95;
  const amount = isYen ? String(minor) : (minor / 100).toFixed(2);
  const currency = isYen ? 'JPY' : 'EUR';
  const p = { orderId: `o-${key}`, amount, currency };
  return { n: 'purchase', p, once: `o-${key}`, counts: 'purchases', revenue: { currency, minor } };
}
