import type { Attributable } from './attribute.js';
import type { Policy, Via } from './Policy.js';
import type { Touch } from './Touch.js';
import type { CodeOwner, WorkingSet } from './WorkingSet.js';

/** One of them. `at` in ms; `owner` is absent when the code is nobody's. */
export type Tie = {
  via: Via;
  code: string;
  at: number;
  landing?: string | undefined;
  owner?: CodeOwner | undefined;
};

/** All that ties an event to partners, strongest first: kinds in the order of `precedence`, touches by the model. */
export function tiesInOrder(
  event: Attributable,
  touches: readonly Touch[],
  set: Pick<WorkingSet, 'customer' | 'codeOwner' | 'partnerStatus'>,
  policy: Policy,
): Tie[] {
  const ties: Tie[] = [];
  for (const via of policy.precedence) {
    if (via === 'coupon') ties.push(...couponTies(event, set));
    else if (via === 'customer') ties.push(...customerTies(set));
    else ties.push(...touchTies(touches, set, policy));
  }
  return ties;
}

/** A coupon that is nobody's code is an ordinary discount and no candidate. */
function couponTies({ at, coupon }: Attributable, set: Pick<WorkingSet, 'codeOwner'>): Tie[] {
  const owner = coupon === undefined ? undefined : set.codeOwner(coupon);
  return owner ? [{ via: 'coupon', code: owner.code, at, owner }] : [];
}

function customerTies(set: Pick<WorkingSet, 'customer' | 'partnerStatus'>): Tie[] {
  const { customer } = set;
  if (!customer?.partner || !customer.code) return [];
  const { partner, code, at } = customer;
  const status = set.partnerStatus(partner);
  return [{ via: 'customer', code, at, owner: status && { code, partner, status } }];
}

function touchTies(touches: readonly Touch[], set: Pick<WorkingSet, 'codeOwner'>, policy: Policy): Tie[] {
  const ordered = policy.model === 'last' ? [...touches].reverse() : touches;
  return ordered.map(({ code, at, landing }) => ({
    via: 'touch',
    code,
    at,
    landing,
    owner: set.codeOwner(code),
  }));
}
