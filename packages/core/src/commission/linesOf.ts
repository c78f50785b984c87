import type { Item } from '../Item.js';
import { splitMoney } from './splitMoney.js';

/** A part of an order that rules take as a whole, and its share of the order's amount in minor units. */
export type Line = { items: readonly Item[]; minor: number };

const DECIMAL = /^(\d{1,16})(?:\.(\d{1,8}))?$/;

/**
 * The lines of an order: its amount, which discounts and shipping make another than the sum of its lines, is split over them in the
 * proportion of their own amounts. Where a line's amount is missing or no plain decimal there is no telling its share, and the order is
 * one line.
 */
export function linesOf(minor: number, items: readonly Item[] = []): Line[] {
  const weights = items.length < 2 ? [] : weightsOf(items);
  if (!weights.some((weight) => weight > 0)) return [{ items, minor }];
  const shares = splitMoney(minor, weights);
  return items.map((item, index) => ({ items: [item], minor: shares[index] ?? 0 }));
}

/** What the amounts are to each other; none when one is missing. Only proportions matter, so a line may have more decimals than its currency. */
function weightsOf(items: readonly Item[]): (number | bigint)[] {
  const amounts: { whole: string; decimals: string }[] = [];
  let longest = 0;
  for (const { amount } of items) {
    const match = amount === undefined ? null : DECIMAL.exec(amount);
    if (!match) return [];
    const [, whole = '', decimals = ''] = match;
    longest = Math.max(longest, decimals.length);
    amounts.push({ whole, decimals });
  }
  return amounts.map(({ whole, decimals }) => toWeight(whole + decimals.padEnd(longest, '0')));
}

function toWeight(digits: string): number | bigint {
  return digits.length < 16 ? Number(digits) : BigInt(digits);
}
