/**
 * The properties of each event that Reftally knows. Open to declaration merging, so that a shop can type its own:
 * `declare module '@reftally/sdk' { interface EventMap { trial: { plan: string } } }`
 */
export interface EventMap {
  pageview: { [name: string]: unknown };
  signup: {
    /** The shop's own id of the person; the same one that later purchases carry. */
    customerId: string;
    /** SHA-256 (64 hex digits) of the normalised e-mail address, made by the shop; never the address itself. */
    emailHash?: string;
  };
  purchase: {
    /** The shop's own id of the order; an order counts once, however often it is reported. */
    orderId: string;
    /** Major units: `49.99` or `'49.99'`. */
    amount: number | `${number}`;
    /** ISO 4217, such as `'EUR'`. */
    currency: string;
    customerId?: string;
    coupon?: string;
    /** What the customer got off, major units of the same currency; information only. */
    discount?: number | `${number}`;
    items?: {
      id: string;
      name?: string;
      category?: string;
      quantity?: number;
      amount?: number | `${number}`;
    }[];
    /** Made by the shop's server over the order, so that the amount can be believed. */
    signature?: string;
  };
  refund: {
    /** The shop's own id of the refund; it counts once. */
    refundId: string;
    orderId: string;
    /** Major units; with neither this nor `items`: all that is left of the order. */
    amount?: number | `${number}`;
    currency?: string;
    /** Lines of the order, by the ids of its `items`; without `quantity` all that is left of the line. */
    items?: { id: string; quantity?: number }[];
  };
}
