import type { TrackResult } from './TrackResult.js';

/** An event that waits for the collector's answer. */
export interface Item {
  id: string;
  /** Its name. */
  n: string;
  /** The event as JSON, as it is stored and sent. Until the referral is known (see `seal`) it ends with `"a":0}`. */
  wire: string;
  /** Answers the caller of `track()`; only the first answer counts. */
  tell: (result: TrackResult) => void;
}
