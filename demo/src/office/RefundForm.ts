/** What the office's forms ask for: all that is left of an order, an amount of it, or pieces of one line. */
export interface RefundForm {
  /** The shop's own id of the refund; the form carries it, so that sending it twice refunds once. */
  readonly refundId: string;
  /** What is taken back, in words. */
  readonly what: string;
  /** How the collector is told: the fields of a refund beside its ids. */
  readonly fields: Readonly<Record<string, unknown>>;
}
