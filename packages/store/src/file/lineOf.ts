import type { Outcome, Pageview } from '@reftally/core';
import { viewLineOf } from './viewLineOf.js';

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

/** The line of the log for an outcome, with its line feed: a {@link ViewFact} where that says all of it, else `{ outcome }`. */
export function lineOf(outcome: Outcome): string {
  return `${isView(outcome) ? viewLineOf(outcome) : JSON.stringify({ outcome })}\n`;
}

function isView(outcome: Outcome): outcome is Outcome & { event: Pageview } {
  if (outcome.event.type !== 'pageview' || outcome.answer.conversion !== undefined) return false;
  for (const part in outcome) if (part in others) return false;
  return true;
}
