import type { Outcome, TrackedEvent } from '@reftally/core';
import type { Fact } from '../../file/Fact.js';

const MONEY: ReadonlySet<TrackedEvent['type']> = new Set(['signup', 'purchase', 'refund']);

/** What stays of a fact when the visits of its time are forgotten: of signups, purchases and refunds what they have come to. Undefined: nothing. */
export function keptFact(fact: Fact): Fact | undefined {
  if ('log' in fact || 'token' in fact || 'taken' in fact || 'seen' in fact) return undefined;
  if (!('outcome' in fact)) return fact;
  return MONEY.has(fact.outcome.event.type) ? { outcome: keptOutcome(fact.outcome) } : undefined;
}

function keptOutcome({ touches: _, clicks: __, event, ...outcome }: Outcome): Outcome {
  const { client: ___, url: ____, referrer: _____, ad: ______, props: _______, ...kept } = event;
  return { ...outcome, event: { ...kept, touches: [] } as TrackedEvent };
}
