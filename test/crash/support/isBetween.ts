import type { Sums, SumsByPartner } from './Sums.js';

/** Whether no number is below the one in `least` or above the one in `most`, whoever's it is. */
export function isBetween(sums: SumsByPartner, least: SumsByPartner, most: SumsByPartner): boolean {
  return [...most].every(([partner, top]) => {
    const row = flatten(sums.get(partner));
    const bottom = flatten(least.get(partner));
    return Object.entries(flatten(top)).every(([name, value]) => {
      const counted = row[name] ?? 0;
      return (bottom[name] ?? 0) <= counted && counted <= value;
    });
  });
}

function flatten(sums: Sums | undefined): Record<string, number> {
  if (!sums) return {};
  const { revenue, ...counts } = sums;
  return { ...counts, ...revenue };
}
