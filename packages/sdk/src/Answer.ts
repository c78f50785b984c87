import type { TrackResult } from './TrackResult.js';

/** The collector's answer: a row for each event, or what was wrong with the whole request. */
export interface Answer {
  r?: TrackResult[];
  error?: { code?: string };
}
