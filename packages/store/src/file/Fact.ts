import type { ChainedEntry, Link, Order, Outcome, Partner, Payout, Review, Site } from '@reftally/core';
import type { Token } from '../Token.js';

/**
 * One line of the log: something that is so from now on. The whole of the state is a fold of these; a site or partner that is there
 * already is replaced. `log` is the format of the segment that it opens.
 */
export type Fact =
  | { log: number }
  | { outcome: Outcome }
  | { site: Site }
  | { partner: Partner; link?: Link }
  | { link: Link }
  | { token: Token }
  | { payout: Payout; entries: ChainedEntry[] }
  | { adjustment: ChainedEntry; of: string }
  | { review: Review; of: string; conversion: string; order?: Order; entries: ChainedEntry[] }
  | { taken: Pick<Token, 'kind' | 'hash'> };
