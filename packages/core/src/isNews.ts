import { isTrustedAs } from './isTrustedAs.js';
import type { TrackedEvent } from './TrackedEvent.js';
import type { WorkingSet } from './WorkingSet.js';

/** Whether an event that repeats what was reported before is to be believed further than that, so that it is no mere duplicate. */
export function isNews({ type, trust }: TrackedEvent, { waiting, order }: WorkingSet): boolean {
  const known = type === 'refund' ? waiting?.[0] : type === 'purchase' ? order : undefined;
  return known !== undefined && !isTrustedAs(known.trust, trust);
}
