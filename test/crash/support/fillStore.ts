import { defaultPolicy, type TrackedEvent } from '@reftally/core';
import type { Store } from '@reftally/store';

const NOW = Date.UTC(2026, 4, 4, 12);
const touches = [{ code: 'alice', at: NOW - 60_000 }];

/** The day on which all of it happens. */
const DAY = '2026-05-04';

/** Makes a site with one partner, in a store that has none. */
async function addShop(store: Store): Promise<void> {
  await store.addSite({
    id: 'shop',
    name: 'Shop',
    publicKey: 'pk',
    secretHash: 'a'.repeat(64),
    origins: ['https://shop.example'],
    landingUrl: 'https://shop.example/',
    currencies: ['EUR'],
    timeZone: 'UTC',
    policy: defaultPolicy(),
    createdAt: NOW,
  });
  const partner = {
    id: 'p1',
    site: 'shop',
    name: 'Alicé',
    code: 'alice',
    status: 'active',
    createdAt: NOW,
  } as const;
  await store.addPartner(partner, { id: 'l1', site: 'shop', partner: 'p1', code: 'alice', createdAt: NOW });
}

/** Buys something for 1.00 EUR; resolves to the status. The visitor's page is not in ASCII, so that a line can be torn within a letter. */
async function buy(store: Store, order: string): Promise<string | undefined> {
  const event: TrackedEvent = {
    type: 'purchase',
    uid: `uid-${order}`,
    id: `event-${order}`,
    site: 'shop',
    at: NOW,
    trust: 'browser',
    visitor: 'visitor-1',
    touches,
    url: 'https://shop.example/grüße/☕',
    orderId: order,
    amount: { currency: 'EUR', minor: 100 },
  };
  return (await store.record('shop', [event], NOW))[0]?.status;
}

/** How many purchases and how much revenue the partner has. */
async function countBought(store: Store): Promise<{ purchases: number; revenue: number }> {
  const { rows } = await store.totals({ site: 'shop', from: DAY, to: DAY, interval: 'total', now: NOW });
  const counts = rows[0]?.counts;
  return { purchases: counts?.purchases ?? 0, revenue: counts?.revenue.EUR ?? 0 };
}

/** What the tests of a store in this process do with it. */
export const fillStore = { addShop, buy, countBought };
