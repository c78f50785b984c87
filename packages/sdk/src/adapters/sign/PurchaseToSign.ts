/** What a signature vouches for. */
export interface PurchaseToSign {
  /** The shop's own id of the order, as the page reports it. */
  orderId: string | number;
  /** Major units, as the page reports it: `49.99` or `'49.99'`. */
  amount: number | string;
  /** ISO 4217, such as `'EUR'`. */
  currency: string;
  /** The site's signing secret: `rt_sig_…`. It must never reach a page. */
  secret: string;
  /** When it is signed, ms since 1970; now. */
  at?: number;
  /** 8 to 64 characters of A-Z a-z 0-9 _ - that nobody can guess; random. */
  nonce?: string;
}
