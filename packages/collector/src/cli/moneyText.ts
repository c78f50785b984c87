import { formatAmount, type Money } from '@reftally/core';

/** Sums as people write them: `12.50 EUR, 300 JPY`. */
export function moneyText(sums: readonly Money[]): string {
  return sums.map((money) => `${formatAmount(money)} ${money.currency}`).join(', ');
}
