import type { Item } from '../Item.js';
import type { CommissionRule } from './CommissionRule.js';
import { type Line, linesOf } from './linesOf.js';
import { ruleApplies } from './ruleApplies.js';
import type { PlacedRule } from './rulesInOrder.js';
import type { Sale, SaleHistory } from './Sale.js';

/** What one rule has taken of an order; `isWhole` when there is nothing else in it. */
export type Taken = { placed: PlacedRule; lines: Line[]; isWhole: boolean };

/** Each line goes to the first rule that applies to it; `rules` are in their order of precedence. */
export function takeLines(sale: Sale, rules: readonly PlacedRule[], set: SaleHistory): Taken[] {
  const taken: Taken[] = [];
  let left = linesOf(sale.amount?.minor ?? 0, sale.items);
  for (const placed of rules) {
    if (left.length === 0) break;
    if (!ruleApplies(placed.rule, sale, set)) continue;
    const isForAll = !placed.rule.products && !placed.rule.categories;
    const lines = isForAll ? left : left.filter(({ items }) => isFor(placed.rule, items));
    if (lines.length === 0) continue;
    taken.push({ placed, lines, isWhole: taken.length === 0 && lines.length === left.length });
    left = isForAll ? [] : left.filter((line) => !lines.includes(line));
  }
  return taken;
}

/** A line is nearly always one item; where the order is one line of several, all of them must be meant. */
function isFor(rule: CommissionRule, items: readonly Item[]): boolean {
  return items.length > 0 && items.every((item) => isNamed(rule, item));
}

function isNamed({ products = [], categories = [] }: CommissionRule, { id, category }: Item): boolean {
  if (products.includes(id)) return true;
  const wanted = category?.toLowerCase();
  return categories.some((name) => name.toLowerCase() === wanted);
}
