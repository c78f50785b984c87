type Shares = { parts: number[]; rests: (number | bigint)[] };

/**
 * Splits an amount in minor units by weights, by largest remainder: the parts are whole numbers and add up to the amount exactly. Of equal
 * remainders the earlier part is rounded up. Weights are zero or more; when all are zero the first part takes everything.
 */
export function splitMoney(whole: number, weights: readonly (number | bigint)[]): number[] {
  if (weights.length === 1) return [whole];
  const { parts, rests } = sharesOf(whole, weights);
  let left = whole;
  for (const part of parts) left -= part;
  for (; left > 0; left--) {
    const most = largestOf(rests);
    parts[most] = (parts[most] ?? 0) + 1;
    rests[most] = -1;
  }
  return parts;
}

/** The index of the first of the largest; fewer units are left than there are parts, so this beats sorting. */
function largestOf(rests: readonly (number | bigint)[]): number {
  let most = 0;
  let largest = rests[0] ?? 0;
  for (const [index, rest] of rests.entries()) {
    if (rest <= largest) continue;
    most = index;
    largest = rest;
  }
  return most;
}

/** BigInt only where a product does not fit a double: it takes ten times as long, and this runs for every order with lines. */
function sharesOf(whole: number, weights: readonly (number | bigint)[]): Shares {
  let sum = 0;
  for (const weight of weights) sum += typeof weight === 'number' ? weight : Number.POSITIVE_INFINITY;
  if (!(sum * whole <= Number.MAX_SAFE_INTEGER)) return bigShares(whole, weights.map(BigInt));
  if (sum === 0) return allToFirst(whole, weights);
  const shares: Shares = { parts: [], rests: [] };
  for (const weight of weights) {
    const product = whole * Number(weight);
    const rest = product % sum;
    shares.parts.push((product - rest) / sum);
    shares.rests.push(rest);
  }
  return shares;
}

function bigShares(whole: number, weights: readonly bigint[]): Shares {
  const sum = weights.reduce((total, weight) => total + weight, 0n);
  if (sum === 0n) return allToFirst(whole, weights);
  const products = weights.map((weight) => BigInt(whole) * weight);
  return {
    parts: products.map((product) => Number(product / sum)),
    rests: products.map((product) => product % sum),
  };
}

function allToFirst(whole: number, weights: readonly unknown[]): Shares {
  return { parts: weights.map((_, index) => (index === 0 ? whole : 0)), rests: weights.map(() => 0) };
}
