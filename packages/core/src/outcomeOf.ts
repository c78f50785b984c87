import type { Answer } from './Answer.js';
import type { Outcome } from './Outcome.js';
import type { TrackedEvent } from './TrackedEvent.js';

type Parts = Omit<Outcome, 'answer' | 'decidedAt' | 'event'>;

/** Puts an outcome together, without the parts that are empty: one line of the log is one outcome, and there are millions. */
export function outcomeOf(event: TrackedEvent, answer: Answer, now: number, parts: Parts): Outcome {
  const outcome: Outcome = { answer, decidedAt: now, event };
  if (parts.touches?.length) outcome.touches = parts.touches;
  if (parts.clicks?.length) outcome.clicks = parts.clicks;
  if (parts.conversion) outcome.conversion = parts.conversion;
  if (parts.customer) outcome.customer = parts.customer;
  if (parts.order) outcome.order = parts.order;
  if (parts.refundId) outcome.refundId = parts.refundId;
  if (parts.waits) outcome.waits = true;
  if (parts.settled?.length) outcome.settled = parts.settled;
  if (parts.entries?.length) outcome.entries = parts.entries;
  if (parts.deltas?.length) outcome.deltas = parts.deltas;
  return outcome;
}
