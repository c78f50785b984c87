import { type CommissionRule, formatAmount, type Money, type Tiers } from '@reftally/core';
import { apiTime } from './apiTime.js';

/** Commission rules as the API gives them: amounts in major units and times in ISO 8601, the shape in which it also takes them. */
export function apiRules(rules: readonly CommissionRule[]): object[] {
  return rules.map(({ flat, tiers, from, until, capPerOrder, capPerCustomer, capPerPeriod, ...rule }) => ({
    ...rule,
    ...(flat && { flat: inMajor(flat) }),
    ...(tiers && { tiers: apiTiers(tiers) }),
    ...(from !== undefined && { from: apiTime(from) }),
    ...(until !== undefined && { until: apiTime(until) }),
    ...(capPerOrder && { capPerOrder: capPerOrder.map(inMajor) }),
    ...(capPerCustomer && { capPerCustomer: withMoney(capPerCustomer) }),
    ...(capPerPeriod && { capPerPeriod: withMoney(capPerPeriod) }),
  }));
}

function apiTiers({ steps, ...tiers }: Tiers) {
  const { by, currency = '' } = tiers;
  const rows = steps.map(({ after, flat, ...step }) => ({
    after: by === 'revenue' ? formatAmount({ currency, minor: after }) : after,
    ...step,
    ...(flat && { flat: inMajor(flat) }),
  }));
  return { ...tiers, steps: rows };
}

function withMoney<Cap extends { money?: Money[] }>({ money, ...cap }: Cap) {
  return { ...cap, ...(money && { money: money.map(inMajor) }) };
}

function inMajor(money: Money) {
  return { currency: money.currency, amount: formatAmount(money) };
}
