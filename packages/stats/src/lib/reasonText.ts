import type { Outranked, Reason } from '@reftally/core';

/** Typed by the core’s list, so that a new reason cannot be without its sentence. */
const REASONS: Readonly<Record<Reason | Outranked | 'duplicate', string>> = {
  'unknown-code': 'The link or coupon carried a code that belongs to no partner.',
  paused: 'The partner was paused at the time.',
  'not-last': 'Another partner’s link was followed later, and the shop credits the last one.',
  'not-first': 'Another partner’s link was followed earlier, and the shop credits the first one.',
  'lower-precedence': 'A coupon or an earlier tie of this customer came before the link.',
  expired: 'The visit through the link was longer ago than the shop counts.',
  'after-conversion': 'The visit through the link came after the conversion.',
  'existing-customer': 'The customer was not new to the shop.',
  'unknown-order': 'A refund named an order that was never reported.',
  waiting: 'The refund waits until its order is reported.',
  'unknown-line': 'A refund named a line that its order does not have.',
  'over-refund': 'A refund was larger than what was still paid for the order.',
  'currency-mismatch': 'A refund was in another currency than its order.',
  untrusted: 'The report was not trusted enough by the shop’s policy.',
  bot: 'The visit came from a bot.',
  repeat: 'It had already been counted.',
  duplicate: 'It had already been counted.',
  'too-old': 'It was reported so late that it may have been counted before.',
  'self-referral': 'The partner and the customer are the same person.',
};

/** Why something was kept but not credited, in a sentence; a reason that is new to this page is shown as it is. */
export function reasonText(reason: string): string {
  return (
    (REASONS as Readonly<Record<string, string>>)[reason] ??
    `${reason.charAt(0).toUpperCase()}${reason.slice(1).replaceAll('-', ' ')}.`
  );
}
