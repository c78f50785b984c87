import type { CommissionRule } from '../commission/CommissionRule.js';
import { moneyText } from '../explain/moneyText.js';
import type { Money } from '../Money.js';
import { currenciesOfRule } from './currenciesOfRule.js';
import type { Complaint, Surroundings } from './lintRules.js';

/** Caps that cut every single sum, and caps that leave one of the rule's currencies open. */
export function capProblems(rule: CommissionRule, { currencies }: Surroundings): Complaint[] {
  const { capPerOrder, capPerCustomer, capPerPeriod } = rule;
  const caps: [field: string, money: Money[] | undefined][] = [
    ['capPerOrder', capPerOrder],
    ['capPerCustomer.money', capPerCustomer?.money],
    ['capPerPeriod.money', capPerPeriod?.money],
  ];
  const paid = currenciesOfRule(rule, currencies);
  return caps.flatMap(([field, money]) =>
    money ? [...tooLow(rule, field, money), ...open(field, money, paid)] : [],
  );
}

function tooLow({ flat, tiers }: CommissionRule, field: string, money: Money[]): Complaint[] {
  const sums = [flat, ...(tiers?.steps ?? []).map((step) => step.flat)].filter((sum) => sum !== undefined);
  const low = sums.find(({ currency, minor }) =>
    money.some((cap) => cap.currency === currency && cap.minor < minor),
  );
  if (!low) return [];
  const sum = moneyText(low.minor, low.currency);
  return [
    {
      field,
      message: `it is below the flat sum of ${sum}, which is thus never paid in full; expected ${sum} or more`,
    },
  ];
}

function open(field: string, money: Money[], paid: string[]): Complaint[] {
  const missing = paid.filter((currency) => !money.some((cap) => cap.currency === currency));
  if (missing.length === 0) return [];
  const names = missing.join(', ');
  return [
    {
      field,
      message: `it caps nothing in ${names}, in which this rule pays, too; expected a sum for each currency, or currencies on the rule`,
    },
  ];
}
