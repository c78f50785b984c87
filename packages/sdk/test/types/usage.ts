import {
  init,
  type Offer,
  type Referral,
  type Reftally,
  referral,
  type TrackResult,
  track,
} from '@reftally/sdk';
import { watchDataLayer } from '@reftally/sdk/dataLayer';
import { fromClientReference, toClientReference, watchForms } from '@reftally/sdk/forms';
import { Reftally as Starter, useReferral, useReftally } from '@reftally/sdk/react';

declare module '@reftally/sdk' {
  interface EventMap {
    trial: { plan: string };
    survey: { score?: number };
  }
}

init({ site: 'pk_1', endpoint: 'https://c.test/e', consent: 'pending', gpc: 'deny', days: 30 });
track('pageview');
track('signup', { customerId: 'C1' });
track('signup', { customerId: 'C1', emailHash: 'f'.repeat(64) });
track('purchase', { orderId: 'A1', amount: '49.99', currency: 'EUR', items: [{ id: 'x', amount: 1 }] });
track('purchase', { orderId: 'A1', amount: 49.99, currency: 'EUR', customerId: 'C1', coupon: 'ALICE' });
track('refund', { refundId: 'R1', orderId: 'A1' });
track('trial', { plan: 'pro' });
track('survey');
track('survey', { score: 5 });
track('anything', { size: 3 });
track('anything');
const known: Referral | null = referral();
export const code: string | undefined = known?.code;
export const offer: Offer | undefined = known?.offer;
export const answer: Promise<TrackResult> = track('pageview');
export const onPage: Reftally | undefined = window.reftally;
watchDataLayer();
watchDataLayer({ name: 'events', events: 'purchase' });
watchForms({ field: 'partner', forms: 'form', hosts: '' });
export const decoded: string | undefined = fromClientReference(toClientReference('a'));
export function Page(): string | null {
  useReftally({ site: 'pk_1' });
  const seen: Referral | null = useReferral();
  return seen ? seen.code : Starter({ site: 'pk_1' });
}

// @ts-expect-error a decimal comma
track('purchase', { orderId: 'A1', amount: '49,99', currency: 'EUR' });
// @ts-expect-error a currency sign
track('purchase', { orderId: 'A1', amount: '€49.99', currency: 'EUR' });
// @ts-expect-error no order id
track('purchase', { amount: 1, currency: 'EUR' });
// @ts-expect-error no amount
track('purchase', { orderId: 'A1', currency: 'EUR' });
// @ts-expect-error no currency
track('purchase', { orderId: 'A1', amount: 1 });
// @ts-expect-error a currency that is no text
track('purchase', { orderId: 'A1', amount: 1, currency: 978 });
// @ts-expect-error a mistyped property
track('purchase', { orderId: 'A1', amount: 1, currency: 'EUR', cupon: 'X' });
// @ts-expect-error an item without an id
track('purchase', { orderId: 'A1', amount: 1, currency: 'EUR', items: [{ name: 'Mug' }] });
// @ts-expect-error no properties at all
track('purchase');
// @ts-expect-error a signup of nobody
track('signup', {});
// @ts-expect-error a signup without anything
track('signup');
// @ts-expect-error a refund without an id
track('refund', { orderId: 'A1' });
// @ts-expect-error the site's own event, without its property
track('trial', {});
// @ts-expect-error the site's own event, with a property of another type
track('survey', { score: 'good' });
// @ts-expect-error no such consent
init({ site: 'pk_1', consent: 'yes' });
// @ts-expect-error no site
init({ endpoint: '/e' });
// @ts-expect-error the referral may be absent
referral().code;
// @ts-expect-error a list where a text is expected
watchForms({ hosts: ['pay.shop.test'] });
export function Wrong(): void {
  // @ts-expect-error no site, in React
  useReftally({});
}
