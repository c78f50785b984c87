import type { Policy } from '@reftally/core';

/**
 * A history to be decided again. `policy`: what is put over the policy that held at each time; with nothing in it the history stays what it
 * is. `from`, `to`: the days (`YYYY-MM-DD`, site time zone, both included) whose events are compared; what came before them counts all the same.
 */
export type ReplayQuery = { site: string; policy: Partial<Policy>; from?: string; to?: string };
