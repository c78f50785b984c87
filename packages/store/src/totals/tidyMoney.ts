import type { Money } from '@reftally/core';

/** One sum a currency as balances show them: in alphabetical order, zeros left out. */
export function tidyMoney(sums: Money[]): Money[] {
  if (sums.length === 0 || (sums.length === 1 && sums[0]?.minor !== 0)) return sums;
  return sums.filter(({ minor }) => minor !== 0).sort((a, b) => (a.currency < b.currency ? -1 : 1));
}
