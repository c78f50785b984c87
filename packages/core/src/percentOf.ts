/**
 * `percent` (a decimal string such as `"12.5"`) of an amount in minor units; a half is rounded away from zero.
 * BigInt, since 2^53 minor units times a rate does not fit a double.
 */
export function percentOf(minor: number, percent: string): number {
  const [whole = '0', decimals = ''] = percent.split('.');
  const rate = BigInt(whole + decimals);
  const scale = 100n * 10n ** BigInt(decimals.length);
  const product = BigInt(Math.abs(minor)) * rate;
  const rounded = (2n * product + scale) / (2n * scale);
  return Math.sign(minor) * Number(rounded);
}
