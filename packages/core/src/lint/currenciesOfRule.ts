import type { CommissionRule } from '../commission/CommissionRule.js';

/** In which of a site's currencies a rule can pay. */
export function currenciesOfRule(
  { currencies, flat, tiers }: CommissionRule,
  ofSite: readonly string[],
): string[] {
  const needed = [flat, ...(tiers?.steps ?? []).map((step) => step.flat)].flatMap(
    (money) => money?.currency ?? [],
  );
  if (tiers?.currency !== undefined) needed.push(tiers.currency);
  return ofSite.filter(
    (currency) => (currencies?.includes(currency) ?? true) && needed.every((other) => other === currency),
  );
}
