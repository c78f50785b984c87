import { createHash } from 'node:crypto';
import { parseAmount, type ReviewVerdict } from '@reftally/core';
import type { Step } from './Case.js';
import type { Shop } from './Shop.js';

const DAY = 86_400_000;

type Details = {
  /** The day (or time, UTC) on which it happens. */
  on?: string;
  /** Whose link was followed, the day before unless `daysAgo` says otherwise; several, oldest first. */
  via?: string | string[];
  daysAgo?: number;
  coupon?: string;
  customer?: string;
  /** What the customer got off, such as `"5.00 EUR"`. */
  off?: string;
  /** The customer's address, as the shop spells it; only its hash is sent. */
  email?: string;
  trust?: 'browser' | 'server';
  items?: { id: string; category?: string; quantity?: number; amount?: string }[];
};

/** What can happen, in the words of a shop. Amounts are like `"49.99 EUR"`. */
export const happens = {
  buys: (orderId: string, amount: string, details: Details = {}): Step => {
    const { customer, items, off } = details;
    const base = { type: 'purchase', orderId, amount: moneyOf(amount), ...common(details) };
    return (shop) =>
      shop.record({
        ...base,
        ...(customer && { customerId: customer }),
        ...(items && { items }),
        ...(off && { discount: moneyOf(off) }),
      });
  },
  signsUp: (customerId: string, details: Details = {}): Step => {
    const emailHash = details.email && createHash('sha256').update(details.email).digest('hex');
    return (shop) =>
      shop.record({ type: 'signup', customerId, ...(emailHash && { emailHash }), ...common(details) });
  },
  refund: (refundId: string, orderId: string, amount?: string, details: Details = {}): Step => {
    const base = { type: 'refund', refundId, orderId, ...common(details) };
    return (shop) => shop.record({ ...base, ...(amount && { amount: moneyOf(amount) }) });
  },
  policy: (change: object): Step => quietly((shop) => shop.setPolicy(change)),
  /** Somebody at the shop has looked at an order. */
  review:
    (orderId: string, verdict: ReviewVerdict): Step =>
    (shop) =>
      shop.review(orderId, verdict),
  payout: (): Step => (shop) => shop.pay(),
  /** The shop says whom it had before. */
  imports:
    (...customers: string[]): Step =>
    (shop) =>
      shop.importCustomers(customers),
  pause: (partner: string): Step => quietly((shop) => shop.setPartner(partner, { status: 'paused' })),
  activate: (partner: string): Step => quietly((shop) => shop.setPartner(partner, { status: 'active' })),
};

function common({ on = '2026-05-15', via = [], daysAgo = 1, coupon, trust }: Details) {
  const at = Date.parse(on.includes('T') ? on : `${on}T12:00:00Z`);
  const codes = typeof via === 'string' ? [via] : via;
  const touches = codes.map((code, index) => ({
    code,
    at: at - daysAgo * DAY - (codes.length - 1 - index) * 3_600_000,
  }));
  return { at, touches, ...(coupon && { coupon }), ...(trust && { trust }) };
}

function moneyOf(text: string) {
  const [amount = '', currency = ''] = text.split(' ');
  const money = parseAmount(amount, currency);
  if ('problem' in money) throw new Error(money.problem);
  return money;
}

function quietly(act: (shop: Shop) => Promise<void>): Step {
  return async (shop) => {
    await act(shop);
    return 'nothing';
  };
}
