import type { Flag } from '@reftally/core';
import type { Money } from './Money.js';
import type { Receipt } from './Receipt.js';
import type { Review } from './Review.js';

/** One signup or purchase with its receipt, as `GET /api/v1/conversions` lists it. `at` is ISO 8601 UTC. */
export type Conversion = {
  id: string;
  site: string;
  type: 'signup' | 'purchase';
  at: string;
  partner?: string | null;
  partnerName?: string | null;
  code?: string | null;
  status: 'credited' | 'refused' | 'direct';
  reason?: string;
  orderId?: string;
  customerId?: string;
  amount?: Money;
  refunded?: Money;
  trust: string;
  commission?: Money;
  /** What refunds took back of the commission. */
  clawedBack?: Money;
  /** Who was credited and why, and what was earned and how, in plain words. */
  explanation: string;
  receipt: Receipt;
  /** What is suspicious about it; a partner is not told. */
  flags?: Flag[];
  review?: Review;
};
