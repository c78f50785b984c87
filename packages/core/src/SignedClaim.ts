import type { Money } from './Money.js';

/** What a page says of an order, and the signature by which the shop's server vouches for it. */
export type SignedClaim = { orderId: string; amount: Money; signature: string };
