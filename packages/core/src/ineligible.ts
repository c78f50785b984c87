import type { Policy } from './Policy.js';
import type { Reason } from './Reason.js';
import type { Tie } from './tiesInOrder.js';

const DAY_MS = 86_400_000;

/** Why a tie cannot win an event at `eventAt` (ms), whatever else there is; undefined when it can. */
export function ineligible({ via, at, owner }: Tie, eventAt: number, policy: Policy): Reason | undefined {
  if (!owner) return 'unknown-code';
  if (owner.status === 'paused') return 'paused';
  if (via !== 'touch') return undefined;
  if (at > eventAt) return 'after-conversion';
  return eventAt - at > policy.windowDays * DAY_MS ? 'expired' : undefined;
}
