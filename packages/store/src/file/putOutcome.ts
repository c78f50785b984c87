import type { Outcome, Pageview } from '@reftally/core';
import type { JsonBytes } from '../JsonBytes.js';
import { putView } from './putView.js';

/** The parts that the short line of a pageview has no place for; without a new one this does not compile. */
const others: Record<
  Exclude<keyof Outcome, 'answer' | 'decidedAt' | 'event' | 'touches' | 'clicks' | 'deltas'>,
  true
> = {
  conversion: true,
  customer: true,
  order: true,
  refundId: true,
  waits: true,
  settled: true,
  entries: true,
};

/** Writes an outcome as the log has it: a {@link ViewFact} where that says all of it, else `{ outcome }`. */
export function putOutcome(json: JsonBytes, outcome: Outcome): void {
  if (isView(outcome)) putView(json, outcome);
  else json.value({ outcome });
}

function isView(outcome: Outcome): outcome is Outcome & { event: Pageview } {
  if (outcome.event.type !== 'pageview' || outcome.answer.conversion !== undefined) return false;
  for (const part in outcome) if (part in others) return false;
  return true;
}
