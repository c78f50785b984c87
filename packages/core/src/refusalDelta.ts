import type { Delta } from './Delta.js';
import type { Reason } from './Reason.js';

/** What a refusal that is nobody's adds to the totals of its day (`YYYY-MM-DD`): itself, under its reason. */
export function refusalDelta(day: string, reason: Reason): Delta {
  return { partner: '', day, add: {}, refused: reason };
}
