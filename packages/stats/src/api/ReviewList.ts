import type { ReviewState } from '@reftally/core';
import type { Conversion } from './Conversion.js';
import type { Slice } from './Slice.js';

/** Conversions in one state of their review, oldest first, and how many there are in each. */
export type ReviewList = Slice<'reviews', Conversion> & { counts: Record<ReviewState, number> };
