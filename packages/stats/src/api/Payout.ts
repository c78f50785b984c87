import type { Money } from './Money.js';

/** A payout as far as it is the reader's. `open` is being prepared, `exported` on its way. */
export type Payout = {
  id: string;
  status: 'open' | 'exported' | 'paid' | 'cancelled';
  createdAt: string;
  paidAt?: string;
  total: Money[];
};
