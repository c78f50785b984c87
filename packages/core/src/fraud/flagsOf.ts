import type { Policy } from '../Policy.js';
import type { Touch } from '../Touch.js';
import { bannedReferrer } from './bannedReferrer.js';
import type { Flag } from './Flag.js';
import type { FraudPolicy } from './FraudPolicy.js';

const NONE: FraudPolicy = {};

/** What is suspicious about a conversion that `touch` has won (absent: it was won without one). A flag never refuses anything. */
export function flagsOf(touch: Touch | undefined, { fraud = NONE }: Pick<Policy, 'fraud'>): Flag[] {
  return [bannedReferrer(touch, fraud)].filter((flag) => flag !== undefined);
}
