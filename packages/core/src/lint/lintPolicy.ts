import type { CommissionRule } from '../commission/CommissionRule.js';
import type { Policy } from '../Policy.js';
import { lintFraud } from './lintFraud.js';
import { lintRules } from './lintRules.js';

/** Whose policy it is: the site's currencies and origins. `own`: the rules of one partner, which are looked at instead of the policy's lists. */
export type LintSubject = {
  currencies: readonly string[];
  origins?: readonly string[];
  own?: readonly CommissionRule[];
};

/**
 * What is allowed in a policy and probably not meant, one sentence each, beginning with the field: a hold shorter than the refund window,
 * rates that leave the shop nothing, rules that can never apply, money in currencies that the site does not take, tables that fall, caps
 * below what they cap or with a gap, signals that cannot be seen.
 */
export function lintPolicy(policy: Policy, { currencies, origins = [], own }: LintSubject): string[] {
  const given = { currencies, discount: policy.discount };
  if (own) return lintRules(own, 'commission', given);
  const groups = Object.entries(policy.groups ?? {});
  return [
    ...lintHold(policy),
    ...lintRules(policy.commission, 'policy.commission', given),
    ...groups.flatMap(([name, group]) =>
      lintRules(group.commission, `policy.groups.${name}.commission`, given),
    ),
    ...lintFraud(policy, origins),
  ];
}

function lintHold({ holdDays, refundDays = 0 }: Policy): string[] {
  if (holdDays >= refundDays) return [];
  return [
    `policy.holdDays: earnings are payable after ${holdDays} days while customers may return for ${refundDays} (refundDays), so partners are paid for what comes back; expected at least ${refundDays}`,
  ];
}
