import type { Candidate } from '../api/Candidate.js';
import type { Receipt } from '../api/Receipt.js';
import { reasonText } from './reasonText.js';

const VIA = { coupon: 'coupons', customer: 'known customers', touch: 'links' } as const;

/** Why one candidate won or lost, in a sentence. */
export function candidateStory({ verdict, why }: Candidate, receipt: Receipt): string {
  const winner = receipt.candidates.find((other) => other.verdict === 'won');
  if (verdict === 'won') return 'This one was credited.';
  if (why === 'not-last') return 'A later link counted: the shop credits the last one.';
  if (why === 'not-first') return 'An earlier link counted: the shop credits the first one.';
  if (why === 'lower-precedence') {
    return winner ? `Here ${VIA[winner.via]} come first.` : 'Something stronger came first.';
  }
  if (why === 'expired') return `Older than the ${receipt.windowDays} days that the shop counts.`;
  return reasonText(why);
}
