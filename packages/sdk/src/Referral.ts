import type { Offer } from './Offer.js';

/** The latest referral that this browser knows of. `at`: when it arrived, ms since the epoch. */
export interface Referral {
  code: string;
  at: number;
  /** The partner behind it, as soon as the collector has answered an event of this page. */
  partner?: string | undefined;
  /** What the partner's referred customers get off, when there is such an offer; known together with `partner`. */
  offer?: Offer | undefined;
}
