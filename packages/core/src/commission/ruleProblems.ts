import type { CommissionRule, Tiers } from './CommissionRule.js';

/** What the parts of a rule must be to each other. */
export type RuleProblem = { path: (string | number)[]; message: string };

const PAYS = ['percent', 'flat', 'tiers'] as const;
const NOT_FOR_SIGNUPS = [
  'percent',
  'tiers',
  'products',
  'categories',
  'order',
  'currencies',
  'capPerOrder',
] as const;

/** What is wrong with a rule whose fields are each well formed. */
export function ruleProblems(rule: CommissionRule): RuleProblem[] {
  const problems: RuleProblem[] = [];
  if (PAYS.filter((field) => rule[field] !== undefined).length !== 1)
    problems.push({ path: [], message: 'expected either percent, flat or tiers' });
  if (rule.on === 'signup') problems.push(...signupProblems(rule));
  if (rule.tiers) problems.push(...tierProblems(rule.tiers));
  return problems;
}

function signupProblems(rule: CommissionRule): RuleProblem[] {
  return NOT_FOR_SIGNUPS.filter((field) => rule[field] !== undefined).map((field) => ({
    path: [field],
    message:
      field === 'percent'
        ? 'a signup has no amount: expected flat instead of percent'
        : 'is for purchases only: a signup has no order',
  }));
}

function tierProblems({ by, currency, marginal, steps }: Tiers): RuleProblem[] {
  const problems: RuleProblem[] = [];
  const add = (message: string, ...path: (string | number)[]) =>
    problems.push({ path: ['tiers', ...path], message });
  if (by === 'revenue' && currency === undefined)
    add('expected the currency of the revenue: sums of several are never mixed', 'currency');
  if (marginal && by === 'purchases')
    add('expected by: "revenue", since a purchase is never split between two steps', 'marginal');
  if (steps[0]?.after !== 0) add('expected the first step to begin at 0', 'steps', 0, 'after');
  for (const [index, step] of steps.entries()) {
    const before = steps[index - 1];
    if (before && step.after <= before.after)
      add('expected more than in the step before', 'steps', index, 'after');
    if ((step.percent === undefined) === (step.flat === undefined))
      add('expected either percent or flat', 'steps', index);
    if (marginal && step.flat) add('expected percent: a flat sum cannot be split', 'steps', index, 'flat');
  }
  return problems;
}
