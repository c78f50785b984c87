import type { CommissionRule } from '../commission/CommissionRule.js';
import type { Complaint, Surroundings } from './lintRules.js';

/** Money in a currency in which the site does not sell: nothing will ever be paid, or capped, in it. */
export function currencyProblems(rule: CommissionRule, { currencies }: Surroundings): Complaint[] {
  const { flat, tiers, capPerOrder = [], capPerCustomer, capPerPeriod } = rule;
  const named: [field: string, currency: string | undefined][] = [
    ['flat.currency', flat?.currency],
    ['tiers.currency', tiers?.currency],
    ...(tiers?.steps ?? []).map((step, index): [string, string | undefined] => [
      `tiers.steps[${index}].flat.currency`,
      step.flat?.currency,
    ]),
    ...(rule.currencies ?? []).map((currency): [string, string] => ['currencies', currency]),
    ...capPerOrder.map(({ currency }): [string, string] => ['capPerOrder', currency]),
    ...(capPerCustomer?.money ?? []).map(({ currency }): [string, string] => [
      'capPerCustomer.money',
      currency,
    ]),
    ...(capPerPeriod?.money ?? []).map(({ currency }): [string, string] => ['capPerPeriod.money', currency]),
  ];
  return named.flatMap(([field, currency]) =>
    currency === undefined || currencies.includes(currency)
      ? []
      : [
          {
            field,
            message: `${currency} is not a currency of the site (${currencies.join(', ')}), so this never applies; expected one of those`,
          },
        ],
  );
}
