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
  if (items.length < 2) return [{ items, minor }];
  const weights = items.map(({ amount }) => weightOf(amount));
  const known = weights.filter((weight) => weight !== undefined);
  if (known.length < items.length || known.every((weight) => weight === 0n)) return [{ items, minor }];
  const shares = splitMoney(minor, known);
  return items.map((item, index) => ({ items: [item], minor: shares[index] ?? 0 }));
}

/** Only proportions matter, so a line may have more decimals than its currency. */
function weightOf(amount: string | undefined): bigint | undefined {
  const match = amount === undefined ? null : DECIMAL.exec(amount);
  return match ? BigInt((match[1] ?? '') + (match[2] ?? '').padEnd(8, '0')) : undefined;
}
