/** A refund that was sent, and what became of it. */
export interface RefundAnswer {
  readonly refundId: string;
  /** What was to be taken back, in words. */
  readonly what: string;
  /** What the collector said of it, or `failed` when it said nothing. */
  readonly status: 'accepted' | 'duplicate' | 'refused' | 'invalid' | 'failed';
  readonly reason?: string;
}
