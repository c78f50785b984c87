import { emptySums } from './emptySums.js';
import type { Sent } from './Sent.js';
import type { SumsByPartner } from './Sums.js';

/** The totals that these events make when each counts once. Every partner named in `partners` has a row. */
export function sumEvents(events: Iterable<Sent>, partners: readonly { id: string }[]): SumsByPartner {
  const sums: SumsByPartner = new Map(partners.map(({ id }) => [id, emptySums()]));
  const counted = new Set<string>();
  for (const { once, partner, visitor, counts, revenue } of events) {
    const row = sums.get(partner);
    if (!row || counted.has(once)) continue;
    counted.add(once);
    row[counts]++;
    if (revenue) row.revenue[revenue.currency] = (row.revenue[revenue.currency] ?? 0) + revenue.minor;
    if (counted.has(visitor)) continue;
    counted.add(visitor);
    row.visitors++;
    row.clicks++;
  }
  return sums;
}
