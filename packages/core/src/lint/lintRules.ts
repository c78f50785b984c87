import type { CommissionRule } from '../commission/CommissionRule.js';
import { capProblems } from './capProblems.js';
import { currencyProblems } from './currencyProblems.js';
import { rateProblems } from './rateProblems.js';
import { shadowProblems } from './shadowProblems.js';

/** What the rules of a list are to fit: the site's currencies, the discount of referred customers (percent). */
export type Surroundings = { currencies: readonly string[]; discount?: string | undefined };

/** A sentence about a rule; `field` is a path within it. */
export type Complaint = { field: string; message: string };

/** What is probably not meant in a list of rules, each with the path of its field. */
export function lintRules(list: readonly CommissionRule[], path: string, given: Surroundings): string[] {
  return list.flatMap((rule, index) =>
    [
      ...rateProblems(rule, given),
      ...currencyProblems(rule, given),
      ...capProblems(rule, given),
      ...shadowProblems(list, index, given),
    ].map(({ field, message }) => `${path}[${index}]${field && `.${field}`}: ${message}`),
  );
}
