import type { Offer } from './Offer.js';

/**
 * What became of an event. `queued`: kept in the browser and sent later. `invalid`: `reason` names what to change.
 * `refused`: kept by the collector without credit, or not sent at all because the visitor said no (`reason: 'denied'`).
 */
export interface TrackResult {
  id: string;
  status: 'accepted' | 'duplicate' | 'refused' | 'invalid' | 'queued';
  reason?: string | undefined;
  /** The partner who is credited, when there is one. */
  partner?: string | undefined;
  /** What the partner's referred customers get off, when there is such an offer. */
  offer?: Offer | undefined;
}
