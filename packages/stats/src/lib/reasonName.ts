import type { Outranked, Reason } from '@reftally/core';

const NAMES: Readonly<Record<Reason | Outranked | 'duplicate', string>> = {
  'unknown-code': 'Unknown code',
  paused: 'Partner paused',
  expired: 'Too long ago',
  'not-last': 'A later link won',
  'not-first': 'An earlier link won',
  'lower-precedence': 'Outranked',
  'after-conversion': 'Visit came later',
  'existing-customer': 'Not a new customer',
  'unknown-order': 'Unknown order',
  waiting: 'Waits for its order',
  'unknown-line': 'Unknown line',
  'over-refund': 'Refund too large',
  'currency-mismatch': 'Other currency',
  untrusted: 'Not trusted enough',
  bot: 'Bot',
  repeat: 'Repeated',
  duplicate: 'Repeated',
  'too-old': 'Reported too late',
  'self-referral': 'Own purchase',
};

/** A reason in two or three words, for a list. */
export function reasonName(reason: string): string {
  return (
    (NAMES as Readonly<Record<string, string>>)[reason] ??
    `${reason.charAt(0).toUpperCase()}${reason.slice(1).replaceAll('-', ' ')}`
  );
}
