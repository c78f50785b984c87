import type { Answer } from './Answer.js';
import type { Outcome } from './Outcome.js';
import type { TrackedEvent } from './TrackedEvent.js';

type Parts = Omit<Outcome, 'answer' | 'decidedAt' | 'event'>;

/** Puts an outcome together, without the parts that are empty: one line of the log is one outcome, and there are millions. */
export function outcomeOf(
  event: TrackedEvent,
  answer: Answer,
  now: number,
  { touches, clicks, entries, deltas, ...rest }: Parts,
): Outcome {
  const outcome: Outcome = { answer, decidedAt: now, event, ...rest };
  if (touches?.length) outcome.touches = touches;
  if (clicks?.length) outcome.clicks = clicks;
  if (entries?.length) outcome.entries = entries;
  if (deltas?.length) outcome.deltas = deltas;
  return outcome;
}
