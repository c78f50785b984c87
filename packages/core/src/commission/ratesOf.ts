import type { CommissionRule, Tiers } from './CommissionRule.js';
import { countedIn } from './countedIn.js';
import type { AppliedRate, EarningPart } from './Earning.js';
import type { Sale, SaleHistory } from './Sale.js';

/** The rates by which a rule pays an amount (minor units), and what its table looked up. */
export type Rates = Pick<EarningPart, 'rates' | 'tier'>;

export function ratesOf(
  rule: CommissionRule,
  minor: number,
  sale: Sale,
  month: string,
  set: SaleHistory,
): Rates {
  const { percent, flat, tiers } = rule;
  if (percent !== undefined) return { rates: [{ percent, amount: minor }] };
  if (flat) return { rates: [{ flat: flat.minor }] };
  return tiers ? tierRates(tiers, minor, sale, month, set) : { rates: [] };
}

function tierRates(tiers: Tiers, minor: number, sale: Sale, month: string, set: SaleHistory): Rates {
  const { by, per } = tiers;
  const currency = sale.amount?.currency ?? '';
  const before = countedIn(per, month, sale.partner, set, (tally) =>
    by === 'purchases' ? tally.purchases : tally.revenue[currency],
  );
  const tier = { by, per, before };
  const rates = tiers.marginal ? slicesOf(tiers, minor, before) : wholeRate(tiers, minor, before);
  return { rates, tier };
}

/** By the step in which the order begins. */
function wholeRate({ steps }: Tiers, minor: number, before: number): AppliedRate[] {
  const step = steps.findLast(({ after }) => before >= after);
  if (!step) return [];
  const { percent, flat, after } = step;
  return [flat ? { flat: flat.minor, after } : { percent, amount: minor, after }];
}

/** Each part by the step into which it falls. */
function slicesOf({ steps }: Tiers, minor: number, before: number): AppliedRate[] {
  const end = before + minor;
  const slices = steps.map(({ after, percent }, index) => {
    const next = steps[index + 1]?.after ?? Number.POSITIVE_INFINITY;
    return { percent, amount: Math.min(end, next) - Math.max(before, after), after };
  });
  const filled = slices.filter(({ amount }) => amount > 0);
  return filled.length > 0 ? filled : wholeRate({ steps } as Tiers, minor, before);
}
