/** What a referred customer gets off: `percent` as text, and the partner's code for the checkout if it has one. */
export type Offer = { percent: string; coupon?: string };
