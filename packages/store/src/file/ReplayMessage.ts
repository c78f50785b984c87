import type { ReplayReport } from '@reftally/core';

/** What the thread of a replay tells. */
export type ReplayMessage = { done: number; total: number } | { report: ReplayReport };
