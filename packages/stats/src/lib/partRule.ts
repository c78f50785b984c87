import type { EarningPart } from '@reftally/core';
import { formatMoney } from './formatMoney.js';
import { plural } from './plural.js';

const PERIODS = { month: 'in that month', quarter: 'in that quarter', year: 'in that year', ever: 'so far' };

/** Which rule paid a part of the commission, and the step of its table: `rule 2 of the shop, after 10 purchases in that month`. */
export function partRule(
  { list, rule, group, tier }: EarningPart,
  currency: string,
  locale?: string,
): string {
  const whose =
    list === 'partner' ? 'the partner’s own' : list === 'group' ? `the group ${group}` : 'the shop';
  if (!tier) return `rule ${rule} of ${whose}`;
  const before =
    tier.by === 'revenue'
      ? formatMoney({ currency, minor: tier.before }, locale)
      : plural(tier.before, 'purchase');
  return `rule ${rule} of ${whose}, after ${before} ${PERIODS[tier.per]}`;
}
