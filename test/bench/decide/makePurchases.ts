import type { Item, Purchase } from '@reftally/core';

const NOON = Date.UTC(2026, 4, 15, 12);

/** Purchases of as many visitors, each an object of its own as it would come from the wire; the last two minutes apart from the first. */
export function makePurchases(count: number, items: Item[] | undefined): Purchase[] {
  return Array.from({ length: count }, (_, index) => ({
    type: 'purchase',
    id: `01890000-0000-7000-8000-${String(index).padStart(12, '0')}`,
    uid: `01890000-0000-7001-8000-${String(index).padStart(12, '0')}`,
    site: 'shop',
    at: NOON + Math.floor((index * 120_000) / count),
    trust: 'browser',
    visitor: `visitor-${index}`,
    client: String(index % 97).padStart(32, 'c'),
    touches: [{ code: 'alice', at: NOON - 86_400_000 - index }],
    url: 'https://shop.example/thanks',
    orderId: `order-${index}`,
    customerId: `customer-${index}`,
    amount: { currency: 'EUR', minor: 4_999 + (index % 1_000) },
    ...(items && { items }),
  }));
}
