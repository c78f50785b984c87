import type { Reason } from '../Reason.js';
import type { Outranked } from '../Receipt.js';

const TEXTS: Record<Reason | Outranked, string> = {
  'unknown-code': 'The link or coupon carried a code that belongs to no partner.',
  paused: 'The partner was paused at that time.',
  expired: 'The link was followed longer ago than the shop counts.',
  'after-conversion': 'The link was followed only afterwards.',
  'existing-customer': 'The customer was not new to the shop.',
  'unknown-order': 'The order has never been reported.',
  'unknown-line': 'The order has no such line, or its lines were reported without amounts.',
  'over-refund': 'More would be refunded than is left of what was paid.',
  'currency-mismatch': 'The order was paid in another currency.',
  untrusted: 'The report is trusted less than what it would change.',
  bot: 'The visit was made by a robot.',
  repeat: 'The same visit had been counted already.',
  'too-old': 'It was reported so late that it may have been counted before.',
  'self-referral': 'The partner and the customer are the same person, as far as the shop can tell.',
  waiting: 'The refund is kept until its order is reported, and counts then.',
  'lower-precedence': 'By the order of the shop’s policy something else came first.',
  'not-last': 'Another link was followed later, and the last one counts.',
  'not-first': 'Another link was followed earlier, and the first one counts.',
};

/** A reason, as a person reads it. */
export function reasonText(reason: Reason | Outranked): string {
  return TEXTS[reason];
}
