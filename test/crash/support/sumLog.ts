import { emptySums } from './emptySums.js';
import type { Line } from './readLog.js';
import type { SumsByPartner } from './Sums.js';

/** Adds up the deltas in the log, and throws on an event, order or signup that is in it twice. Partners of whom it tells nothing have a row too. */
export function sumLog(lines: readonly Line[], partners: readonly { id: string }[]): SumsByPartner {
  const sums: SumsByPartner = new Map(partners.map(({ id }) => [id, emptySums()]));
  const seen = new Set<string>();
  for (const { outcome } of lines) {
    if (!outcome) continue;
    for (const key of keysOf(outcome.event)) {
      if (seen.has(key)) throw new Error(`the log has ${key} twice`);
      seen.add(key);
    }
    for (const { partner, add, revenue } of outcome.deltas ?? []) {
      const row = sums.get(partner);
      if (!row) continue;
      for (const counter of ['clicks', 'pageviews', 'visitors', 'signups', 'purchases'] as const)
        row[counter] += add[counter] ?? 0;
      if (revenue) row.revenue[revenue.currency] = (row.revenue[revenue.currency] ?? 0) + revenue.minor;
    }
  }
  return sums;
}

function keysOf({ id, type, orderId, customerId }: NonNullable<Line['outcome']>['event']): string[] {
  const keys = [`event ${id}`];
  if (type === 'purchase') keys.push(`order ${orderId}`);
  if (type === 'signup') keys.push(`signup ${customerId}`);
  return keys;
}
