/** Why an event was kept but not credited, or why a candidate lost. */
export type Reason =
  | 'unknown-code'
  | 'paused'
  | 'expired'
  | 'after-conversion'
  | 'existing-customer'
  | 'unknown-order'
  | 'over-refund'
  | 'unknown-line'
  | 'currency-mismatch'
  | 'untrusted'
  | 'bot'
  | 'repeat'
  /** A visit from a time of which the store has forgotten what it had counted. */
  | 'too-old'
  /** Only where the policy refuses partners who are their own customers. */
  | 'self-referral'
  /** Accepted: a refund that applies when its order is reported. */
  | 'waiting';
