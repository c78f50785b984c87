import type { Act } from './Act.js';

/** One act in the first or the second tab, and what the other tab does at the same time. */
export interface Step {
  readonly tab: 0 | 1;
  readonly act: Act;
  readonly meanwhile?: Act;
}
