import {
  defaultPolicy,
  type Link,
  type LinkClick,
  type Pageview,
  type Partner,
  type Policy,
  type Purchase,
  type Refund,
  type Signup,
  type Site,
} from '@reftally/core';
import type { Store, Token } from '@reftally/store';

/** Noon of 1 May 2026 (a Friday) in Berlin, ms. */
export const NOON = Date.UTC(2026, 4, 1, 10);
export const MINUTE = 60_000;
export const DAY = 86_400_000;

let count = 0;
const next = (kind: string) => `${kind}-${++count}`;

/** Pieces of test data; what a test does not name is new and valid. */
export const samples = {
  site(given: Partial<Site> & { rules?: Partial<Policy> } = {}): Site {
    const { rules, ...rest } = given;
    const id = given.id ?? next('site');
    return {
      id,
      name: 'Shop',
      publicKey: `pk-${id}`,
      secretHash: `hash-${id}`,
      origins: ['https://shop.example'],
      landingUrl: 'https://shop.example/',
      currencies: ['EUR', 'JPY'],
      timeZone: 'Europe/Berlin',
      policy: { ...defaultPolicy(), commission: [{ on: 'purchase', percent: '10' }], ...rules },
      createdAt: NOON,
      ...rest,
    };
  },
  partner(site: string, given: Partial<Partner> = {}): Partner {
    const id = given.id ?? next('partner');
    return { id, site, name: id, code: `code-${id}`, status: 'active', createdAt: NOON, ...given };
  },
  link({ id, site, code }: Partner, given: Partial<Link> = {}): Link {
    return { id: next('link'), site, partner: id, code, createdAt: NOON, ...given };
  },
  token(given: Partial<Token> = {}): Token {
    const hash = next('hash');
    return { hash, kind: 'access', role: 'admin', createdAt: NOON, expiresAt: NOON + DAY, ...given };
  },
  pageview: (site: string, given: Partial<Pageview> = {}): Pageview => ({
    type: 'pageview',
    ...base(site),
    ...given,
  }),
  click: (site: string, code: string, given: Partial<LinkClick> = {}): LinkClick => ({
    type: 'click',
    ...base(site),
    code,
    bot: false,
    touches: [{ code, at: given.at ?? NOON }],
    ...given,
  }),
  signup: (site: string, given: Partial<Signup> = {}): Signup => ({
    type: 'signup',
    uid: next('uid'),
    customerId: next('customer'),
    ...base(site),
    ...given,
  }),
  purchase: (site: string, given: Partial<Purchase> = {}): Purchase => ({
    type: 'purchase',
    uid: next('uid'),
    orderId: next('order'),
    amount: { currency: 'EUR', minor: 10_000 },
    ...base(site),
    ...given,
  }),
  refund: (site: string, orderId: string, given: Partial<Refund> = {}): Refund => ({
    type: 'refund',
    uid: next('uid'),
    refundId: next('refund'),
    orderId,
    ...base(site),
    ...given,
  }),
};

function base(site: string) {
  return { id: next('event'), site, at: NOON, trust: 'browser' as const, touches: [] };
}

/** Adds a site with a partner whose code is `ALICE`, as every story begins. */
export async function addAlice(store: Store, given: Parameters<typeof samples.site>[0] = {}) {
  const site = samples.site(given);
  await store.addSite(site);
  const alice = samples.partner(site.id, { name: 'Alice', code: 'ALICE' });
  await store.addPartner(alice, samples.link(alice));
  return { site: site.id, alice: alice.id };
}
