/**
 * Splits an amount in minor units by weights, by largest remainder: the parts are whole numbers and add up to the amount exactly. Of equal
 * remainders the earlier part is rounded up. Weights are zero or more; when all are zero the first part takes everything.
 */
export function splitMoney(whole: number, weights: readonly (number | bigint)[]): number[] {
  if (weights.length === 1) return [whole];
  const shares = weights.map(BigInt);
  const sum = shares.reduce((total, share) => total + share, 0n);
  if (sum === 0n) return weights.map((_, index) => (index === 0 ? whole : 0));
  const products = shares.map((share) => BigInt(whole) * share);
  const parts = products.map((product) => Number(product / sum));
  let rest = whole - parts.reduce((total, part) => total + part, 0);
  const byRemainder = products.map((product, index) => ({ index, remainder: product % sum }));
  byRemainder.sort((a, b) =>
    a.remainder === b.remainder ? a.index - b.index : a.remainder > b.remainder ? -1 : 1,
  );
  for (const { index } of byRemainder) {
    if (rest <= 0) break;
    parts[index] = (parts[index] ?? 0) + 1;
    rest -= 1;
  }
  return parts;
}
