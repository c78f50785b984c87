import type { Policy } from '../Policy.js';
import type { Touch } from '../Touch.js';
import type { Purchase, Signup } from '../TrackedEvent.js';
import type { WorkingSet } from '../WorkingSet.js';
import { adClick } from './adClick.js';
import { bannedReferrer } from './bannedReferrer.js';
import { clickFlood } from './clickFlood.js';
import type { Flag } from './Flag.js';
import type { FraudPolicy } from './FraudPolicy.js';
import type { Signal } from './Signal.js';
import type { SignalAction } from './SignalAction.js';
import { selfReferral } from './selfReferral.js';
import { velocity } from './velocity.js';

/** A conversion, the partner who is credited with it, and the visit that has won it (absent: it was won without one). */
export type Suspect = { event: Signup | Purchase; partner: string; touch: Touch | undefined };

const NONE: FraudPolicy = {};
const ROBOT = 'the browser that sent it says that it is a robot';

/** What is suspicious about a credited conversion. A flag refuses nothing and changes no money. */
export function flagsOf(
  { event, partner, touch }: Suspect,
  set: WorkingSet,
  { fraud = NONE }: Pick<Policy, 'fraud'>,
): Flag[] {
  const flags: Flag[] = [];
  const { selfReferral: own = 'hold', bots = 'hold' } = fraud;
  // Refused elsewhere: it has not come to this.
  if (own !== 'refuse' && own !== 'off') add(flags, 'self-referral', own, selfReferral(event, partner, set));
  if (event.bot) add(flags, 'bot', bots, ROBOT);
  add(flags, 'click-flood', fraud.clickFlood?.action ?? 'flag', clickFlood(touch, partner, set, fraud));
  const ad = adClick(touch, fraud);
  if (ad) add(flags, 'ad-click', ad.action, ad.note);
  add(flags, 'banned-referrer', 'hold', bannedReferrer(touch, fraud));
  add(flags, 'velocity', fraud.velocity?.action ?? 'hold', velocity(event.at, partner, set, fraud));
  return flags;
}

function add(flags: Flag[], signal: Signal, action: SignalAction, note: string | undefined): void {
  if (note !== undefined && action !== 'off') flags.push({ signal, note, holds: action === 'hold' });
}
