/** A code that takes something off an order. Whose it is, only the collector knows. */
export interface Coupon {
  readonly code: string;
  /** Whole percent of the goods. */
  readonly percent: number;
}
