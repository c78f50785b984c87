import type { Outcome, Pageview } from '@reftally/core';

/** What a pageview changes beyond being counted: `null` days of the line are in `deltas` here. Whatever is absent is as it mostly is. */
export type ViewExtras = Partial<Pick<Pageview, 'trust' | 'stated' | 'dated' | 'ad'>> &
  Partial<Pick<Outcome['answer'], 'status' | 'reason'>> &
  Pick<Outcome, 'touches' | 'clicks' | 'deltas'>;

/** The values of a pageview in the order of its line; `null` where there is none. Times in ms, touches as `[code, at]`. */
export type ViewValues = [
  id: string,
  site: string,
  decidedAt: number,
  at: number,
  /** Of the answer, and of its one delta. */
  partner: string | null,
  visitor: string | null,
  client: string | null,
  url: string | null,
  referrer: string | null,
  props: Pageview['props'] | null,
  touches: [code: string, at: number][],
  /** On which one pageview is counted for the partner, or for nobody, and nothing else. */
  day: string | null,
  extras?: ViewExtras,
];

/**
 * The outcome of a pageview as the log has it: nearly every line is one, and in full it is twice as long and takes three times as long to
 * read, at each checkpoint and start.
 */
export type ViewFact = { view: ViewValues };
