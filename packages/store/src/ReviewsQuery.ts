import type { ReviewState } from '@reftally/core';
import type { PageQuery } from './Page.js';

/** Which conversions, oldest first: those whose review stands so now. */
export type ReviewsQuery = PageQuery & { site: string; state: ReviewState };

/** How many conversions of the site stand how. */
export type ReviewCounts = Record<ReviewState, number>;
