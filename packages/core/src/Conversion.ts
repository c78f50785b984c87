import type { Flag } from './fraud/Flag.js';
import type { Money } from './Money.js';
import type { Reason } from './Reason.js';
import type { Receipt } from './Receipt.js';
import type { Review } from './review/Review.js';
import type { Trust } from './Trust.js';

/** A signup or purchase with its receipt; changed by corrections only, which the receipt keeps. `direct` when nothing tied it to a partner. Times in ms. */
export type Conversion = {
  id: string;
  type: 'signup' | 'purchase';
  event: string;
  at: number;
  trust: Trust;
  status: 'credited' | 'refused' | 'direct';
  reason?: Reason;
  partner?: string;
  code?: string;
  visitor?: string;
  customerId?: string;
  orderId?: string;
  amount?: Money;
  /** What the customer got off, as the shop has said; information only, the amount is without it. */
  discount?: Money;
  /** What it earned when it was credited; refunds are clawbacks in the ledger. */
  commission?: Money;
  /** What is suspicious about it, when it was credited. */
  flags?: Flag[];
  receipt: Receipt;
  /** What the shop has decided about it, oldest first; only ever added to. */
  reviews?: Review[];
};
