import type { CommissionRule } from '../commission/CommissionRule.js';
import { currenciesOfRule } from './currenciesOfRule.js';
import type { Complaint, Surroundings } from './lintRules.js';

/** Why a rule can never apply, or stops doing so where that is probably not meant. */
export function shadowProblems(
  list: readonly CommissionRule[],
  index: number,
  { currencies }: Surroundings,
): Complaint[] {
  const rule = list[index];
  if (!rule) return [];
  if (rule.until !== undefined && rule.until <= (rule.from ?? 0))
    return [
      { field: 'until', message: 'it is not after from, so this rule never applies; expected a later date' },
    ];
  for (const [other, stronger] of list.entries()) {
    if (other === index || !covers(stronger, rule, currencies)) continue;
    const complaint = complaintOf(rule, index, stronger, other);
    if (complaint) return [complaint];
  }
  return [];
}

function complaintOf(
  rule: CommissionRule,
  index: number,
  stronger: CommissionRule,
  other: number,
): Complaint | undefined {
  const [own, newer] = [rule.from ?? 0, stronger.from ?? 0];
  const lasts = (stronger.until ?? Number.POSITIVE_INFINITY) >= (rule.until ?? Number.POSITIVE_INFINITY);
  if (own === newer && other < index && lasts)
    return {
      field: '',
      message: `it never applies, since rule ${other + 1} of this list takes all that it is for; expected it before that rule`,
    };
  const begins = newer > own && newer < (rule.until ?? Number.POSITIVE_INFINITY);
  if (!begins || !lasts || isAlike(rule, stronger)) return undefined;
  const day = new Date(newer).toISOString().slice(0, 10);
  return {
    field: '',
    message: `it stops applying on ${day}, when the newer rule ${other + 1} of this list takes all that it is for; expected the same from date, if it is to stay`,
  };
}

/** Whether every line that the one takes would be taken by the other, dates aside. */
function covers(stronger: CommissionRule, rule: CommissionRule, ofSite: readonly string[]): boolean {
  if (stronger.on !== rule.on || (stronger.order && stronger.order !== rule.order)) return false;
  const paid = currenciesOfRule(stronger, ofSite);
  return (
    coversItems(stronger, rule) && currenciesOfRule(rule, ofSite).every((currency) => paid.includes(currency))
  );
}

function coversItems(stronger: CommissionRule, rule: CommissionRule): boolean {
  if (!stronger.products && !stronger.categories) return true;
  if (!rule.products && !rule.categories) return false;
  const known = (stronger.categories ?? []).map((name) => name.toLowerCase());
  return (
    (rule.products ?? []).every((id) => stronger.products?.includes(id)) &&
    (rule.categories ?? []).every((name) => known.includes(name.toLowerCase()))
  );
}

/** For the same sales: then the newer one is just the rule's next version. */
function isAlike(a: CommissionRule, b: CommissionRule): boolean {
  return (['products', 'categories', 'order', 'currencies'] as const).every(
    (field) => JSON.stringify(a[field]) === JSON.stringify(b[field]),
  );
}
