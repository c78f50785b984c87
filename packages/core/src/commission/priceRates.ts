import type { AppliedRate } from './Earning.js';

/** An exact commission is counted in these parts of a minor unit: rates have at most 6 decimals, and a percent is a hundredth. */
const SCALE = 100_000_000;

const MAX_REMEMBERED = 1000;
const rates = new Map<string, number>();

/** Minor units and what is left over of one, in parts of {@link SCALE}. */
type Exact = { whole: number; rest: number };

/**
 * What several rules pay together, and each of them, in minor units: the sum is rounded once, half up, and split over the rules by largest
 * remainder of their exact shares, so that the parts add up.
 */
export function priceRates(rules: readonly (readonly AppliedRate[])[]): number[] {
  const exact = rules.map(exactOf);
  const left = exact.reduce((sum, { rest }) => sum + rest, 0);
  let units = Math.floor((left + SCALE / 2) / SCALE);
  const parts = exact.map(({ whole }) => whole);
  if (units === 0) return parts;
  const byRemainder = exact.map(({ rest }, index) => ({ rest, index }));
  byRemainder.sort((a, b) => b.rest - a.rest || a.index - b.index);
  for (const { index } of byRemainder) {
    if (units === 0) break;
    parts[index] = (parts[index] ?? 0) + 1;
    units -= 1;
  }
  return parts;
}

function exactOf(applied: readonly AppliedRate[]): Exact {
  const sum: Exact = { whole: 0, rest: 0 };
  for (const { percent, amount = 0, flat } of applied) {
    if (flat !== undefined) sum.whole += flat;
    else if (percent !== undefined) addShare(sum, amount, millionths(percent));
  }
  return sum;
}

/** In place. BigInt only where a product does not fit a double: it takes ten times as long, and this runs for every sale. */
function addShare(sum: Exact, amount: number, rate: number): void {
  const product = amount * rate;
  if (product > Number.MAX_SAFE_INTEGER) {
    const exact = BigInt(amount) * BigInt(rate);
    sum.whole += Number(exact / BigInt(SCALE));
    sum.rest += Number(exact % BigInt(SCALE));
  } else {
    sum.whole += Math.floor(product / SCALE);
    sum.rest += product % SCALE;
  }
  if (sum.rest < SCALE) return;
  sum.whole += 1;
  sum.rest -= SCALE;
}

/** `"12.5"` → 12500000 */
function millionths(percent: string): number {
  const known = rates.get(percent);
  if (known !== undefined) return known;
  const [whole = '0', decimals = ''] = percent.split('.');
  const rate = Number(whole + decimals.padEnd(6, '0'));
  if (rates.size >= MAX_REMEMBERED) rates.clear();
  rates.set(percent, rate);
  return rate;
}
