import type { Review } from '@reftally/core';

/** What somebody at the shop has decided about a conversion; `at` is ISO 8601 UTC. */
export type Verdict = Omit<Review, 'at'> & { at: string };
