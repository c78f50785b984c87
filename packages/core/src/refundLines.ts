import { linesOf } from './commission/linesOf.js';
import type { Order, ReturnedLine } from './Order.js';
import { proportionOf } from './proportionOf.js';
import type { Reason } from './Reason.js';
import type { RefundLine } from './RefundLine.js';

/** What a refund by lines comes to, in minor units of the order, and all that has been returned of its lines by then. */
export type RefundedLines = { minor: number; returned: ReturnedLine[] };

/** Quantities may be weights: they are compared in millionths, as whole numbers. */
const UNIT = 1_000_000;

/**
 * Prices the lines of a refund: each by its share of the order's amount, so that discounts and shipping are spread over the lines, and of
 * that the part that is returned. All lines, in however many parts, add up to the order. A reason when a line is none of the order's,
 * or more of it is returned than was bought.
 */
export function refundLines(wanted: readonly RefundLine[], order: Order): RefundedLines | Reason {
  const lines = boughtLines(order);
  const returned = new Map((order.returned ?? []).map((line) => [line.id, line]));
  let minor = 0;
  for (const { id, quantity } of wanted) {
    const line = lines.get(id);
    if (!line) return 'unknown-line';
    const before = returned.get(id) ?? { id, quantity: 0, minor: 0 };
    const units = unitsOf(before.quantity) + unitsOf(quantity ?? line.units / UNIT - before.quantity);
    if (units > line.units || units === unitsOf(before.quantity)) return 'over-refund';
    const due = Math.max(0, proportionOf(line.minor, units, line.units) - before.minor);
    returned.set(id, { id, quantity: units / UNIT, minor: before.minor + due });
    minor += due;
  }
  return { minor, returned: [...returned.values()] };
}

/** By id; several lines of one id are one. Empty when the shares of the lines cannot be told. */
function boughtLines({ amount, items }: Order): Map<string, { minor: number; units: number }> {
  const bought = new Map<string, { minor: number; units: number }>();
  for (const { items: grouped, minor } of linesOf(amount.minor, items)) {
    const [item, other] = grouped;
    if (!item || other) continue;
    const line = bought.get(item.id) ?? { minor: 0, units: 0 };
    bought.set(item.id, { minor: line.minor + minor, units: line.units + unitsOf(item.quantity ?? 1) });
  }
  return bought;
}

function unitsOf(quantity: number): number {
  return Math.round(quantity * UNIT);
}
