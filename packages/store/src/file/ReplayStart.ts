import type { State } from './State.js';

/**
 * `begun`: what is known before the first fact; it stays as it was decided, and so does all that visits from before `knownSince` (ms) may bear on: they
 * are forgotten; absent: none is. `retentionDays`: for how long visits are seen; 0: for ever.
 */
export type ReplayStart = {
  begun: State;
  knownSince?: number | undefined;
  retentionDays?: number | undefined;
};
