/** What the thank-you page reports of an order: the properties of `track('purchase', …)`. */
export interface PurchaseReport {
  readonly orderId: string;
  /** Major units, as a decimal string. */
  readonly amount: string;
  readonly currency: string;
  readonly customerId?: string;
  readonly coupon?: string;
  readonly items: readonly {
    readonly id: string;
    readonly category: string;
    readonly quantity: number;
    /** The line's own total in major units, before the discount. */
    readonly amount: string;
  }[];
  readonly signature?: string;
}
