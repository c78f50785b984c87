import type { Correction as Stored } from '@reftally/core';

/** A later, more trusted report of an order and what was believed before it; `at` is ISO 8601 UTC. */
export type Correction = Omit<Stored, 'at' | 'event'> & { at: string };
