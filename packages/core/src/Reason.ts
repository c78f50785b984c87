/** Why an event was kept but not credited, or why a candidate lost. */
export type Reason =
  | 'unknown-code'
  | 'paused'
  | 'expired'
  | 'after-conversion'
  | 'unknown-order'
  | 'over-refund'
  | 'unknown-line'
  | 'currency-mismatch'
  | 'untrusted'
  | 'bot'
  | 'repeat'
  /** Accepted: a refund that applies when its order is reported. */
  | 'waiting';
