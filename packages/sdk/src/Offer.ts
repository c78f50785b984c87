/** What a referred customer gets off. */
export interface Offer {
  /** Percent as text, such as `'10'` or `'12.5'`. */
  percent: string;
  /** What to type in at the checkout, when the partner has a code of its own. */
  coupon?: string | undefined;
}
