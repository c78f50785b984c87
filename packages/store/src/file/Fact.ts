import type {
  ChainedEntry,
  ExistingCustomer,
  Link,
  Order,
  Outcome,
  Partner,
  Payout,
  Review,
  Site,
} from '@reftally/core';
import type { Token } from '../Token.js';

/** A partner has used its pages in a client (salted daily hash of address and browser). `at` in ms. */
export type PartnerSeen = { site: string; partner: string; client: string; at: number };

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
  | { existing: ExistingCustomer[]; of: string }
  | { adjustment: ChainedEntry; of: string }
  | { review: Review; of: string; conversion: string; order?: Order; entries: ChainedEntry[] }
  | { seen: PartnerSeen }
  | { taken: Pick<Token, 'kind' | 'hash'> };
