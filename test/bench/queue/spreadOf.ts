import { createHash } from 'node:crypto';

/** How many times the mean the fullest of so many shards has, when keys are spread by their SHA-256. Each key counts for its weight. */
export function spreadOf(keys: Iterable<readonly [key: string, weight: number]>, shards: number): number {
  const sums: number[] = new Array(shards).fill(0);
  let total = 0;
  for (const [key, weight] of keys) {
    const shard = createHash('sha256').update(key).digest().readUInt32BE(0) % shards;
    sums[shard] = (sums[shard] ?? 0) + weight;
    total += weight;
  }
  return Math.max(...sums) / (total / shards);
}
