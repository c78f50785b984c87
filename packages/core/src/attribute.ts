import { ineligible } from './ineligible.js';
import type { Policy, Via } from './Policy.js';
import type { Reason } from './Reason.js';
import type { Candidate, Outranked, Receipt } from './Receipt.js';
import type { Standing } from './Standing.js';
import { type CustomerHistory, standingOf } from './standingOf.js';
import type { Touch } from './Touch.js';
import { type Tie, tiesInOrder } from './tiesInOrder.js';
import type { WorkingSet } from './WorkingSet.js';

/** Who gets an event: the winner, if any, and otherwise why the strongest candidate was refused. */
export type Attribution = {
  winner?: { partner: string; code: string };
  reason?: Reason;
  receipt: Receipt;
};

/** What attribution looks at: when it happened and what the event itself names. */
export type Attributable = { at: number; coupon?: string; customerId?: string };

/**
 * Chooses at most one candidate by the policy: kinds in the order of `precedence`, touches by the model within the window. Every other
 * candidate is kept in the receipt with the reason for which it lost. `isOwn` says of which partners the event is their own, where that is refused.
 */
export function attribute(
  event: Attributable,
  touches: readonly Touch[],
  set: Pick<WorkingSet, 'codeOwner' | 'partnerStatus'> & CustomerHistory,
  policy: Policy,
  isOwn: ((partner: string) => boolean) | false = false,
): Attribution {
  const candidates: Candidate[] = [];
  let winner: Candidate | undefined;
  let standing: Standing | undefined;
  for (const tie of tiesInOrder(event, touches, set, policy)) {
    const found = standingOf(event.customerId, tie.owner?.partner, set, policy);
    const why =
      ineligible(tie, event.at, policy) ??
      (isOwn && tie.owner && isOwn(tie.owner.partner) ? 'self-referral' : undefined) ??
      notNew(found) ??
      (winner ? outranked(tie.via, winner.via, policy) : 'won');
    const candidate = candidateOf(tie, why);
    if (why === 'won') winner = candidate;
    if (why === 'won' || candidates.length === 0) standing = found;
    candidates.push(candidate);
  }
  const receipt = receiptOf(policy, winner, candidates);
  if (standing) receipt.customer = standing;
  if (winner?.partner) return { winner: { partner: winner.partner, code: winner.code }, receipt };
  const reason = candidates[0]?.why as Reason | undefined;
  return reason ? { reason, receipt } : { receipt };
}

const PAID_FOR: ReadonlySet<Standing> = new Set(['new', 'bound', 'unknown']);

function notNew(standing: Standing | undefined): Reason | undefined {
  return standing && !PAID_FOR.has(standing) ? 'existing-customer' : undefined;
}

function outranked(via: Via, winner: Via, policy: Policy): Outranked {
  if (via !== winner) return 'lower-precedence';
  return policy.model === 'last' ? 'not-last' : 'not-first';
}

function candidateOf({ via, code, at, landing, owner }: Tie, why: Candidate['why']): Candidate {
  const candidate: Candidate = { via, code, at, verdict: why === 'won' ? 'won' : 'lost', why };
  if (owner) candidate.partner = owner.partner;
  if (landing) candidate.landing = landing;
  return candidate;
}

function receiptOf(policy: Policy, winner: Candidate | undefined, candidates: Candidate[]): Receipt {
  const { model, windowDays, precedence, version } = policy;
  const rule = !winner ? 'none' : winner.via === 'touch' ? (`${model}-touch` as const) : winner.via;
  return {
    model,
    windowDays,
    precedence,
    policyVersion: version,
    rule,
    candidates,
  };
}
