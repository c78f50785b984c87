import type { CustomerTally, Purchase, Tally, WorkingSet } from '@reftally/core';

const OWNERS = new Map(
  ['alice', 'bob'].map((code) => [code, { code, partner: `partner-${code}`, status: 'active' as const }]),
);
const TALLY: Tally = { purchases: 120, revenue: { EUR: 600_000 }, earned: { EUR: 60_000 } };
const CUSTOMER: CustomerTally = { since: Date.UTC(2026, 1, 1), paid: 3, earned: { EUR: 1_500 } };

/** What a store would load for the purchase of a visitor who followed two partners' links, by a customer with three orders. */
export function purchaseSet({ touches }: Purchase): WorkingSet {
  const latest = touches[0]?.at ?? 0;
  return {
    timeZone: 'Europe/Berlin',
    touches: [
      { code: 'bob', at: latest - 3 * 86_400_000, landing: 'https://shop.example/' },
      { code: 'alice', at: latest, landing: 'https://shop.example/p/lamp' },
    ],
    customerOrders: 3,
    codeOwner: (code) => OWNERS.get(code),
    partnerStatus: () => 'active',
    recentClick: () => undefined,
    partnerTerms: () => undefined,
    partnerTally: () => TALLY,
    customerTally: () => CUSTOMER,
  };
}
