import { track } from '../../index.js';
import { customerOf } from './customerOf.js';
import { decimalOf } from './decimalOf.js';
import { itemsOf } from './itemsOf.js';
import type { Said } from './Said.js';
import { textOf } from './textOf.js';

/** What can be reported: Google's events by name. What is missing or wrong is for the collector to say. */
export const report: { readonly [event: string]: (said: Said, userId: unknown) => void } = {
  purchase: (said, userId) => {
    track('purchase', {
      ...orderOf(said),
      customerId: customerOf(userId),
      coupon: textOf(said.coupon, 64),
      items: itemsOf(said.items),
    });
  },
  refund: (said) => {
    const { amount, currency, orderId } = orderOf(said);
    // A part of the order whose worth nobody says: without an amount it would be taken for the whole.
    if (!amount && Array.isArray(said.items) && said.items.length > 0) return;
    // Google's refunds have no id: the same amount of the same order is the same refund, seen again.
    const refundId = textOf(said.refund_id) || (amount ? `${orderId}-${amount}` : orderId);
    track('refund', { refundId, orderId, ...(amount && { amount, currency }) });
  },
  sign_up: (_said, userId) => {
    const customerId = customerOf(userId);
    if (customerId) track('signup', { customerId });
  },
};

const orderOf = ({ transaction_id, value, currency }: Said) => ({
  orderId: textOf(transaction_id) as string,
  amount: decimalOf(value) as `${number}`,
  currency: (textOf(currency) || '').toUpperCase(),
});
