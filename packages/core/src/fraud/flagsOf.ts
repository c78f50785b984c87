import type { Policy } from '../Policy.js';
import type { Touch } from '../Touch.js';
import type { Purchase, Signup } from '../TrackedEvent.js';
import type { WorkingSet } from '../WorkingSet.js';
import { bannedReferrer } from './bannedReferrer.js';
import type { Flag } from './Flag.js';
import type { FraudPolicy } from './FraudPolicy.js';
import type { Signal } from './Signal.js';
import type { SignalAction } from './SignalAction.js';
import { selfReferral } from './selfReferral.js';

/** A conversion, the partner who is credited with it, and the visit that has won it (absent: it was won without one). */
export type Suspect = { event: Signup | Purchase; partner: string; touch: Touch | undefined };

const NONE: FraudPolicy = {};

/** What is suspicious about a credited conversion. A flag refuses nothing and changes no money. */
export function flagsOf(
  { event, partner, touch }: Suspect,
  set: WorkingSet,
  { fraud = NONE }: Pick<Policy, 'fraud'>,
): Flag[] {
  const flags: Flag[] = [];
  const { selfReferral: own = 'hold' } = fraud;
  if (own === 'hold' || own === 'flag') add(flags, 'self-referral', own, selfReferral(event, partner, set));
  add(flags, 'banned-referrer', 'hold', bannedReferrer(touch, fraud));
  return flags;
}

function add(flags: Flag[], signal: Signal, action: SignalAction, note: string | undefined): void {
  if (note !== undefined) flags.push({ signal, note, holds: action === 'hold' });
}
