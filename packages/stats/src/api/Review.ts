import type { ReviewState } from '@reftally/core';
import type { Verdict } from './Verdict.js';

/** How the review of a conversion stands, and since when (ISO 8601 UTC). The shop has the history, oldest first; a partner the note of a rejection. */
export type Review = { state: ReviewState; since: string; history?: Verdict[]; note?: string };
