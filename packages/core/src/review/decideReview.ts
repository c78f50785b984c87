import { applyReview, type Reviewable, type Reviewed } from './applyReview.js';
import type { Review, ReviewState, ReviewVerdict } from './Review.js';
import { reviewStateOf } from './reviewStateOf.js';

/** What can be decided next. What nobody has flagged can be held or rejected, too: the owner may know something. */
const NEXT: Record<ReviewState | 'none', readonly ReviewVerdict[]> = {
  none: ['held', 'rejected'],
  open: ['approved', 'rejected', 'held'],
  held: ['approved', 'rejected'],
  approved: ['held', 'rejected'],
  rejected: ['approved'],
};

const STANDS: Record<ReviewState | 'none', string> = {
  none: 'is not under review',
  open: 'waits for a review',
  held: 'is held already',
  approved: 'is approved already',
  rejected: 'is rejected already',
};

/** Decides a review at a time (ms): what it changes, or a sentence that says what can be decided instead. Pure. */
export function decideReview(
  asked: Omit<Review, 'at'>,
  known: Reviewable,
  now: number,
): Reviewed | { problem: string } {
  const { conversion } = known;
  if (conversion.partner === undefined)
    return { problem: `The conversion ${conversion.id} is credited to nobody: there is nothing to review.` };
  const state = reviewStateOf(conversion) ?? 'none';
  if (NEXT[state].includes(asked.verdict)) return applyReview({ ...asked, at: now }, known);
  const possible = NEXT[state].join(' or ');
  return { problem: `The conversion ${conversion.id} ${STANDS[state]}: it can be ${possible}.` };
}
