import type { CommissionRule } from '@reftally/core';

/** A sale as the reference remembers it; money in minor units. */
export type PastSale = {
  partner: string;
  customerId: string | undefined;
  day: string;
  currency: string;
  amount: number;
  returned: number;
  earned: number;
};

/** What a rule pays for a sale, found by going through all other sales again. `isFirst`: whether it was its customer's first order. */
export function rulePays(
  rule: CommissionRule,
  sale: PastSale,
  others: readonly PastSale[],
  isFirst: boolean,
): number {
  if (rule.order === 'first' && !isFirst) return 0;
  const perMille = Math.round(Number(rule.percent) * 10);
  const full = Math.floor((sale.amount * perMille) / 1000 + 0.5);
  const own = others.filter(
    ({ partner, currency }) => partner === sale.partner && currency === sale.currency,
  );
  const month = own.filter(({ day }) => day.slice(0, 7) === sale.day.slice(0, 7));
  const limit = rule.capPerPeriod?.money.find(({ currency }) => currency === sale.currency)?.minor;
  const left = limit === undefined ? full : Math.min(full, Math.max(0, limit - kept(month)));
  const most = rule.capPerCustomer?.orders;
  if (most === undefined || sale.customerId === undefined) return left;
  const paid = others.filter(
    (other) =>
      other.partner === sale.partner &&
      other.customerId === sale.customerId &&
      other.earned > 0 &&
      isStanding(other),
  );
  return paid.length < most ? left : 0;
}

/** Whether something of an order is still with the customer. */
function isStanding({ amount, returned }: PastSale): boolean {
  return returned === 0 || returned < amount;
}

function kept(sales: PastSale[]): number {
  return sales.reduce((sum, { amount, returned, earned }) => {
    return sum + earned - (returned === 0 ? 0 : Math.floor((earned * returned) / amount));
  }, 0);
}
