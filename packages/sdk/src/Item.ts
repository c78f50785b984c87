import type { TrackResult } from './TrackResult.js';

/** An event that waits for the collector's answer. */
export interface Item {
  id: string;
  /** The event as JSON, as it is stored and sent. */
  wire: string;
  /** See `worthOf`. */
  worth: number;
  /** Answers the caller of `track()`, with `queued` unless told otherwise; only the first answer counts. */
  tell: (status?: TrackResult['status'], reason?: string, partner?: string) => void;
  /** The referral is in the text: nothing about the event can change any more. */
  sealed?: boolean;
}
