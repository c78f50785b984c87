/**
 * floor(`whole` · `part` / `total`), all in minor units, exactly. Used cumulatively (what is due after this refund less what was
 * taken before), so that the parts always add up to the whole when `part` reaches `total`.
 */
export function proportionOf(whole: number, part: number, total: number): number {
  if (part >= total) return whole;
  return Number((BigInt(whole) * BigInt(part)) / BigInt(total));
}
