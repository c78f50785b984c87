import type { TrackResult } from './TrackResult.js';

/** An event that waits for the collector's answer. */
export interface Item {
  id: string;
  name: string;
  /** When it happened, ms since the epoch. */
  at: number;
  /** The event as JSON. */
  body: string;
  /** Answers the caller of `track()`; only the first answer counts. */
  tell: (result: TrackResult) => void;
  /** The referral is in the body: nothing about the event can change any more. */
  sealed?: boolean;
  /** Part of the request that is under way. */
  flying?: boolean;
}
