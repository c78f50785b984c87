import { formatAmount, type Money } from '@reftally/core';

/** A cell with an amount in major units; empty for none. */
export function csvAmount(money: Money | undefined): string {
  return money ? formatAmount(money) : '';
}
