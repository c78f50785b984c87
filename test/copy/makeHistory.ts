import type { TrackedEvent } from '@reftally/core';
import type { Store } from '@reftally/store';
import { DAY, MINUTE, NOON, samples } from '../contract/samples.js';
import { makeRandom } from '../crash/support/makeRandom.js';

/** How much has happened. */
export type HistorySpec = { events: number; partners: number; seed?: number };

const BATCH = 100;
/** How often operators and partners do something, at most: each payout reads the whole ledger. */
const ROUNDS = 40;
const SITES = ['shop', 'store'];
/** Between two events, so that a thousand of them take a day. */
const STEP = DAY / 1000;

/**
 * Records months of two shops in a store that has none: visits, signups, orders with corrections and refunds, some of them before their orders, and
 * between them all that operators and partners do. Some of the events are sent twice. Resolves to when it ended (ms).
 */
export async function makeHistory(
  store: Store,
  { events, partners, seed = 1 }: HistorySpec,
): Promise<number> {
  const random = makeRandom(seed);
  await setUp(store, partners);
  const between = Math.max(20, Math.floor(events / BATCH / ROUNDS));
  let now = NOON;
  let late: TrackedEvent[] = [];
  for (let made = 0, batch = 0; made < events; made += BATCH, batch++) {
    now = NOON + made * STEP;
    const site = SITES[batch % SITES.length] ?? '';
    const list = Array.from({ length: BATCH }, (_, index) => eventOf(site, made + index, random, partners));
    const orders = list.filter((event) => event.type === 'purchase');
    const refunds = orders.filter(() => random() < 0.2).map((order) => refundOf(order, random));
    const repeated = list.filter(() => random() < 0.02);
    await store.record(
      site,
      [...late.filter((event) => event.site === site), ...list, ...repeated],
      now + BATCH * STEP,
    );
    late = [...late.filter((event) => event.site !== site), ...refunds, ...corrections(orders, random)];
    if (batch % between < 4) await operate(store, site, { batch, now: now + BATCH * STEP, random, partners });
  }
  return now;
}

async function setUp(store: Store, partners: number): Promise<void> {
  for (const id of SITES) {
    const rules = { fraud: { velocity: { perDay: 8 } } };
    await store.addSite(
      samples.site({ id, timeZone: id === 'shop' ? 'Europe/Berlin' : 'America/New_York', rules }),
    );
    for (let index = 0; index < partners; index++) {
      const partner = samples.partner(id, {
        id: `${id}-p${index}`,
        code: `${id}${index}`,
        email: `p${index}@example.com`,
      });
      await store.addPartner(partner, samples.link(partner));
    }
  }
}

type Random = () => number;

function eventOf(site: string, number: number, random: Random, partners: number): TrackedEvent {
  const at = NOON + number * STEP;
  const visitor = `visitor-${site}-${Math.floor(number / 8)}-${Math.floor(random() * 3)}`;
  const partner = Math.floor(random() * partners);
  const code = random() < 0.1 ? 'nobody' : `${site}${partner}`;
  const touches = random() < 0.8 ? [{ code, at: at - Math.floor(random() * 3 * DAY) }] : [];
  const client = `client-${Math.floor(number / 8)}`;
  const given = { id: idOf(number), at, visitor, touches, client };
  const customerId = `customer-${site}-${Math.floor(random() * (number / 20 + 5))}`;
  const kind = random();
  if (kind < 0.1)
    return samples.click(site, code, { ...given, touches: [{ code, at }], bot: random() < 0.1 });
  if (kind < 0.13) return samples.signup(site, { ...given, customerId });
  if (kind > 0.05 && kind < 0.17) {
    const amount = { currency: random() < 0.8 ? 'EUR' : 'JPY', minor: 100 + Math.floor(random() * 100_000) };
    return samples.purchase(site, { ...given, amount, ...(random() < 0.7 && { customerId }) });
  }
  return samples.pageview(site, {
    ...given,
    url: `https://shop.example/grüße/${number % 7}`,
    referrer: 'https://blog.example/',
  });
}

/** As the script makes them. */
function idOf(number: number): string {
  const text = number.toString(16).padStart(12, '0');
  return `019a${text.slice(0, 4)}-0000-7000-8000-${text}`;
}

/** Most come after their order, some of them with another amount than is left. */
function refundOf(order: Extract<TrackedEvent, { type: 'purchase' }>, random: Random): TrackedEvent {
  const { site, amount, orderId, at } = order;
  const early = random() < 0.2 ? `${orderId}-never` : orderId;
  const part = { ...amount, minor: Math.ceil(amount.minor * random()) };
  return samples.refund(site, early, {
    at: at + MINUTE,
    trust: 'server',
    ...(random() < 0.7 && { amount: part }),
  });
}

/** The shop's server reports some of what the page has reported, at another amount. */
function corrections(orders: readonly TrackedEvent[], random: Random): TrackedEvent[] {
  return orders.flatMap((order) => {
    if (order.type !== 'purchase' || random() > 0.1) return [];
    const { site, orderId, amount, at } = order;
    return [
      samples.purchase(site, {
        orderId,
        at,
        trust: 'server',
        amount: { ...amount, minor: amount.minor + 50 },
      }),
    ];
  });
}

type Scene = { batch: number; now: number; random: Random; partners: number };

/** What happens beside events. */
async function operate(store: Store, site: string, { batch, now, random, partners }: Scene): Promise<void> {
  const partner = `${site}-p${Math.floor(random() * partners)}`;
  await review(store, site, batch, now); // Of what has just been bought.
  await store.sawPartner(partner, `client-${batch}`, now);
  await store.updatePartner(partner, (known) => ({ ...known, name: `Renamed ${batch}` }));
  await store.updateSite(site, (known) => ({ ...known, name: `Shop ${batch}` }));
  const token = samples.token({ site, createdAt: now, expiresAt: now + DAY });
  await store.addToken(token);
  if (random() < 0.5) await store.takeToken('access', token.hash, now);
  await store.importCustomers(
    { site, customers: [{ customerId: `customer-${site}-${batch}` }, { customerId: `old-${batch}` }] },
    now,
  );
  await store.adjust(
    { id: `bonus-${batch}`, site, partner, currency: 'EUR', minor: 500 - batch, note: 'agreed' },
    now,
  );
  await pay(store, site, batch, now);
}

async function review(store: Store, site: string, batch: number, now: number): Promise<void> {
  const { rows } = await store.conversions({ site, limit: 6 });
  const verdicts = ['held', 'rejected', 'approved'] as const;
  for (const [index, { conversion }] of rows.entries()) {
    const verdict = verdicts[(batch + index) % 3] ?? 'held';
    const asked = { id: `review-${batch}-${index}`, verdict, by: 'Eve', note: 'looked at' };
    await store.review(site, conversion.id, asked, now).catch(() => {}); // One that changes nothing is a conflict.
  }
}

async function pay(store: Store, site: string, batch: number, now: number): Promise<void> {
  const id = `payout-${batch}`;
  const lines = await store.previewPayout(site, {}, now);
  if (lines.length === 0) return;
  await store.createPayout(site, id, {}, now);
  if (batch % 2 === 0) await store.changePayout(site, id, 'cancelled', now + MINUTE);
  else await store.changePayout(site, id, 'paid', now + MINUTE);
}
