import { init, type Referral, referral, track } from '@reftally/sdk';

declare module '@reftally/sdk' {
  interface EventMap {
    trial: { plan: string };
  }
}

init({ site: 'pk_1', endpoint: 'https://c.test/e', consent: 'pending' });
track('pageview');
track('signup', { customerId: 'C1' });
track('purchase', { orderId: 'A1', amount: '49.99', currency: 'EUR', items: [{ id: 'x', amount: 1 }] });
track('trial', { plan: 'pro' });
track('anything', { size: 3 });
const known: Referral | null = referral();
export const code: string | undefined = known?.code;

// @ts-expect-error a decimal comma
track('purchase', { orderId: 'A1', amount: '49,99', currency: 'EUR' });
// @ts-expect-error no order id
track('purchase', { amount: 1, currency: 'EUR' });
// @ts-expect-error no properties at all
track('purchase');
// @ts-expect-error the site's own event, without its property
track('trial', {});
// @ts-expect-error no such consent
init({ site: 'pk_1', consent: 'yes' });
