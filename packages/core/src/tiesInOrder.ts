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
    if (via === 'coupon') addCoupon(ties, event, set);
    else if (via === 'customer') addCustomer(ties, set);
    else addTouchTies(ties, touches, set, policy);
  }
  return ties;
}

/** A coupon that is nobody's code is an ordinary discount and no candidate. */
function addCoupon(ties: Tie[], { at, coupon }: Attributable, set: Pick<WorkingSet, 'codeOwner'>): void {
  const owner = coupon === undefined ? undefined : set.codeOwner(coupon);
  if (owner) ties.push({ via: 'coupon', code: owner.code, at, owner });
}

function addCustomer(ties: Tie[], set: Pick<WorkingSet, 'customer' | 'partnerStatus'>): void {
  const { customer } = set;
  if (!customer?.partner || !customer.code) return;
  const { partner, code, at } = customer;
  const status = set.partnerStatus(partner);
  ties.push({ via: 'customer', code, at, owner: status && { code, partner, status } });
}

function addTouchTies(
  ties: Tie[],
  touches: readonly Touch[],
  set: Pick<WorkingSet, 'codeOwner'>,
  { model }: Policy,
): void {
  for (let index = 0; index < touches.length; index++) {
    const touch = touches[model === 'last' ? touches.length - 1 - index : index];
    if (!touch) continue;
    const { code, at, landing } = touch;
    ties.push({ via: 'touch', code, at, landing, owner: set.codeOwner(code) });
  }
}
