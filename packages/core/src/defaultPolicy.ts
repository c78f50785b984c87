import type { Policy } from './Policy.js';

/** The policy of a site that sets none. */
export function defaultPolicy(): Policy {
  return {
    version: 1,
    model: 'last',
    windowDays: 30,
    holdDays: 30,
    precedence: ['coupon', 'customer', 'touch'],
    paysFrom: 'browser',
    commission: [],
  };
}
