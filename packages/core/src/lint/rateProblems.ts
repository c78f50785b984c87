import type { CommissionRule, TierStep } from '../commission/CommissionRule.js';
import type { Complaint, Surroundings } from './lintRules.js';

/** Rates that leave the shop nothing, and tables that pay less for more. */
export function rateProblems(
  { percent, tiers }: CommissionRule,
  { discount = '0' }: Surroundings,
): Complaint[] {
  const problems: Complaint[] = [];
  const steps = tiers?.steps ?? [];
  const highest = Math.max(Number(percent ?? 0), ...steps.map((step) => Number(step.percent ?? 0)));
  if (highest + Number(discount) > 100)
    problems.push({
      field: tiers ? 'tiers' : 'percent',
      message: `${highest} % and the discount of ${discount} % (policy.discount) are more than the customer pays; expected 100 % at most together`,
    });
  for (const [index, step] of steps.entries()) {
    if (!isLess(step, steps[index - 1])) continue;
    problems.push({
      field: `tiers.steps[${index}]`,
      message:
        'it pays less than the step before, so a partner who brings more earns less; expected rates that rise',
    });
  }
  return problems;
}

/** A change from a percentage to a sum is no fall: it depends on the order. */
function isLess(step: TierStep, before: TierStep | undefined): boolean {
  if (step.flat && before?.flat) return step.flat.minor < before.flat.minor;
  return (
    step.percent !== undefined &&
    before?.percent !== undefined &&
    Number(step.percent) < Number(before.percent)
  );
}
