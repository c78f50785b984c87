import type { Touch } from '../Touch.js';
import type { WorkingSet } from '../WorkingSet.js';
import type { FraudPolicy } from './FraudPolicy.js';

/**
 * The winning visit was one of very many: of an hour in which few of the partner's arrivals were new people, or of a client that had come
 * again and again that day. In plain words; undefined when it was not.
 */
export function clickFlood(
  touch: Pick<Touch, 'at' | 'arrivals'> | undefined,
  partner: string,
  set: Pick<WorkingSet, 'arrivalsAt'>,
  { clickFlood: limits = {} }: FraudPolicy,
): string | undefined {
  if (!touch || limits.action === 'off') return undefined;
  const { perHour = 200, minShare = 10, perClient = 20 } = limits;
  const { arrivals = 0, at } = touch;
  if (arrivals > perClient)
    return `the link was followed ${arrivals} times from one address and browser that day`;
  const hour = set.arrivalsAt?.(partner, at);
  if (!hour || hour.raw <= perHour || hour.visitors * 100 >= hour.raw * minShare) return undefined;
  return `the link was followed ${hour.raw} times within the hour, and by ${hour.visitors} new visitors only`;
}
