import type { ReviewState } from '@reftally/core';

/** How a review stands, in a word or two. */
export const REVIEW_NAMES: Readonly<Record<ReviewState, string>> = {
  open: 'Under review',
  held: 'Held for a review',
  approved: 'Approved',
  rejected: 'Rejected',
};
