import type { Item, RefundLine } from '@reftally/core';

/** So many pieces of a product came back, and so much money went for them. */
export type Returned = { id: string; pieces: number; minor: number };

/** What a return of lines comes to, or why it is none; `returns` is all that came back by then. */
export type PricedReturn = { problem?: string; minor: number; returns: Returned[] };

/**
 * Prices a return of lines of an order of `total` minor units, of which `before` came back already. Counts in hundredths of the lines'
 * amounts, hands out the units that are left one by one, and keeps a list of returns instead of sums.
 */
export function priceReturn(
  wanted: readonly RefundLine[],
  total: number,
  items: readonly Item[] | undefined = [],
  before: readonly Returned[] = [],
): PricedReturn {
  const shares = sharesOf(items, total);
  const returns = [...before];
  let minor = 0;
  for (const { id, quantity } of wanted) {
    const own = items.flatMap((item, index) => (item.id === id ? [{ item, share: shares[index] ?? 0 }] : []));
    if (own.length === 0) return { problem: 'unknown-line', minor: 0, returns: [] };
    const bought = own.reduce((sum, { item }) => sum + (item.quantity ?? 1), 0);
    const gone = returns.filter((one) => one.id === id);
    const back = gone.reduce((sum, { pieces }) => sum + pieces, 0);
    const pieces = quantity ?? bought - back;
    if (pieces === 0 || back + pieces > bought) return { problem: 'over-refund', minor: 0, returns: [] };
    const worth = own.reduce((sum, { share }) => sum + share, 0);
    const paidBack = gone.reduce((sum, one) => sum + one.minor, 0);
    const due = Math.max(0, Math.floor((worth * (back + pieces)) / bought) - paidBack);
    returns.push({ id, pieces, minor: due });
    minor += due;
  }
  return { minor, returns };
}

/** Each line's share of the total: whole units, those that are left to the lines that have lost most by rounding down. */
function sharesOf(items: readonly Item[], total: number): number[] {
  const weights = items.map(({ amount }) => Math.round(Number(amount) * 100));
  const sum = weights.reduce((all, weight) => all + weight, 0);
  const shares = weights.map((weight) => Math.floor((total * weight) / sum));
  const lost = weights.map((weight, index) => total * weight - (shares[index] ?? 0) * sum);
  for (let left = total - shares.reduce((all, share) => all + share, 0); left > 0; left--) {
    const most = lost.indexOf(Math.max(...lost));
    shares[most] = (shares[most] ?? 0) + 1;
    lost[most] = -1;
  }
  return shares;
}
