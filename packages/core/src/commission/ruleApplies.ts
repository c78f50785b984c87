import type { CommissionRule } from './CommissionRule.js';
import type { Sale, SaleHistory } from './Sale.js';

/** Whether a rule is for this conversion at all, before looking at its lines. Currencies are never mixed within one order. */
export function ruleApplies(rule: CommissionRule, sale: Sale, set: SaleHistory): boolean {
  if (rule.on !== sale.type || sale.at < (rule.from ?? 0)) return false;
  if (rule.until !== undefined && sale.at >= rule.until) return false;
  return takesCurrency(rule, sale.amount?.currency) && isItsOrder(rule, sale, set);
}

function takesCurrency({ flat, tiers, currencies }: CommissionRule, currency: string | undefined): boolean {
  if (currency === undefined) return true;
  if (currencies && !currencies.includes(currency)) return false;
  if (flat && flat.currency !== currency) return false;
  if (!tiers) return true;
  const isOther = tiers.currency !== undefined && tiers.currency !== currency;
  return !isOther && tiers.steps.every((step) => !step.flat || step.flat.currency === currency);
}

/** An order without `customerId` is that of a customer of its own. */
function isItsOrder(
  { order }: CommissionRule,
  { customerId }: Sale,
  { customerOrders = 0 }: SaleHistory,
): boolean {
  if (!order) return true;
  const isFirst = customerId === undefined || customerOrders === 0;
  return (order === 'first') === isFirst;
}
