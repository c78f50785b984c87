import type { TrackedEvent } from '@reftally/core';
import type { Recorded } from '../../Recorded.js';

/** Events of one site that wait to be recorded with others, and what came of them. `now` in ms. */
export type Call = {
  site: string;
  events: readonly TrackedEvent[];
  now: number;
  rows?: Recorded[];
  failure?: Error;
};
