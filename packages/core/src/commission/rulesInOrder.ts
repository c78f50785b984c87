import type { Policy } from '../Policy.js';
import type { CommissionRule } from './CommissionRule.js';
import type { EarningPart } from './Earning.js';
import type { PartnerTerms } from './PartnerTerms.js';

type Place = Pick<EarningPart, 'list' | 'group' | 'version'>;

/** A rule and where it stands. */
export type PlacedRule = { rule: CommissionRule; number: number; place: Place };

type Numbered = Pick<PlacedRule, 'rule' | 'number'>;

const SITE: Place = { list: 'site' };

/** Lists are changed as a whole, never in place, so the order of one can be remembered: this runs for every conversion. */
const remembered = new WeakMap<readonly CommissionRule[], readonly Numbered[]>();

/**
 * All rules that may pay a partner, strongest first: the partner's own, its group's, the site's. Within a list those that came into force
 * last come first, and of one date the earlier in the list.
 */
export function rulesInOrder(policy: Policy, terms: PartnerTerms | undefined): PlacedRule[] {
  const rules: PlacedRule[] = [];
  if (terms?.commission)
    add(rules, terms.commission, { list: 'partner', version: terms.commissionVersion ?? 1 });
  const { group } = terms ?? {};
  const { groups = {} } = policy;
  // A group that is gone may have been called like something that every object has.
  const shared = group !== undefined && Object.hasOwn(groups, group) ? groups[group] : undefined;
  if (shared) add(rules, shared.commission, { list: 'group', group });
  add(rules, policy.commission, SITE);
  return rules;
}

function add(rules: PlacedRule[], list: readonly CommissionRule[], place: Place): void {
  for (const { rule, number } of newestFirst(list)) rules.push({ rule, number, place });
}

function newestFirst(list: readonly CommissionRule[]): readonly Numbered[] {
  const known = remembered.get(list);
  if (known) return known;
  const rules = list.map((rule, index) => ({ rule, number: index + 1 }));
  rules.sort((a, b) => (b.rule.from ?? 0) - (a.rule.from ?? 0));
  remembered.set(list, rules);
  return rules;
}
