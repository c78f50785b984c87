import type { AppliedRate } from './Earning.js';

/** An exact commission is counted in these parts of a minor unit: rates have at most 6 decimals, and a percent is a hundredth. */
const SCALE = 100_000_000n;

const MAX_REMEMBERED = 1000;
const rates = new Map<string, bigint>();

/**
 * What several rules pay together, and each of them, in minor units: the sum is rounded once, half up, and split over the rules by largest
 * remainder of their exact shares, so that the parts add up.
 */
export function priceRates(rules: readonly (readonly AppliedRate[])[]): number[] {
  const exact = rules.map((applied) => applied.reduce((sum, rate) => sum + exactOf(rate), 0n));
  const sum = exact.reduce((total, part) => total + part, 0n);
  const whole = (2n * sum + SCALE) / (2n * SCALE);
  if (exact.length === 1) return [Number(whole)];
  const parts = exact.map((part) => part / SCALE);
  let rest = whole - parts.reduce((total, part) => total + part, 0n);
  const byRemainder = exact.map((part, index) => ({ index, remainder: part % SCALE }));
  byRemainder.sort((a, b) => Number(b.remainder - a.remainder) || a.index - b.index);
  for (const { index } of byRemainder) {
    if (rest <= 0n) break;
    parts[index] = (parts[index] ?? 0n) + 1n;
    rest -= 1n;
  }
  return parts.map(Number);
}

function exactOf({ percent, amount = 0, flat }: AppliedRate): bigint {
  if (flat !== undefined) return BigInt(flat) * SCALE;
  return percent === undefined ? 0n : BigInt(amount) * millionths(percent);
}

/** `"12.5"` → 12500000n */
function millionths(percent: string): bigint {
  const known = rates.get(percent);
  if (known !== undefined) return known;
  const [whole = '0', decimals = ''] = percent.split('.');
  const rate = BigInt(whole + decimals.padEnd(6, '0'));
  if (rates.size >= MAX_REMEMBERED) rates.clear();
  rates.set(percent, rate);
  return rate;
}
