import type { WorkingSet } from '../WorkingSet.js';
import type { FraudPolicy } from './FraudPolicy.js';

const DAY_MS = 86_400_000;

/** A partner has more conversions within 24 hours than the shop thinks likely, in plain words. `at` in ms. */
export function velocity(
  at: number,
  partner: string,
  set: Pick<WorkingSet, 'creditedWithin'>,
  { velocity: limits }: FraudPolicy,
): string | undefined {
  if (!limits) return undefined;
  const count = 1 + (set.creditedWithin?.(partner, at - DAY_MS, at) ?? 0);
  if (count <= limits.perDay) return undefined;
  return `it was conversion ${count} within 24 hours, where ${limits.perDay} are usual at most`;
}
