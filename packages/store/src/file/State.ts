import type { Token } from '../Token.js';
import type { SiteState } from './SiteState.js';

/** What the log adds up to. Maps throughout, since the keys are other people's strings. */
export type State = {
  /** The last log segment that a checkpoint of this contains (0: none), and its length. */
  segment: number;
  segmentBytes: number;
  sites: Map<string, SiteState>;
  /** Public key → site id. */
  publicKeys: Map<string, string>;
  /** Hash of the secret key → site id. */
  secretHashes: Map<string, string>;
  /** Partner id → site id. */
  partnerSites: Map<string, string>;
  /** By kind, then hash; in the order of their making. */
  tokens: Record<Token['kind'], Map<string, Token>>;
};
