import type { Receipt } from '../Receipt.js';
import type { Touch } from '../Touch.js';
import type { WorkingSet } from '../WorkingSet.js';

/** The visit to which a winner owes the conversion: its own, or the one that won the customer. A coupon needs none. */
export function winningTouch(
  { candidates }: Pick<Receipt, 'candidates'>,
  touches: readonly Touch[],
  { customer }: Pick<WorkingSet, 'customer'>,
): Touch | undefined {
  const won = candidates.find(({ verdict }) => verdict === 'won');
  if (won?.via === 'customer') return customer?.touch;
  return won?.via === 'touch'
    ? touches.find(({ at, code }) => at === won.at && code === won.code)
    : undefined;
}
