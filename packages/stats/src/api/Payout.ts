import type { Money } from './Money.js';
import type { PayoutLine } from './PayoutLine.js';
import type { PayoutTerms } from './PayoutTerms.js';

/** A payout as far as it is the reader's: a partner sees its own lines, and no terms. `open` is being prepared, `exported` on its way. */
export type Payout = {
  id: string;
  status: 'open' | 'exported' | 'paid' | 'cancelled';
  createdAt: string;
  exportedAt?: string;
  paidAt?: string;
  cancelledAt?: string;
  terms?: PayoutTerms;
  total: Money[];
  lines: PayoutLine[];
};
