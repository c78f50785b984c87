import type { Touch } from '../Touch.js';
import type { Flag } from './Flag.js';
import type { FraudPolicy } from './FraudPolicy.js';

/** The winning visit came from a page on a host that the shop has banned, or on a subdomain of it. */
export function bannedReferrer(
  touch: Pick<Touch, 'referrer'> | undefined,
  { bannedReferrers }: FraudPolicy,
): Flag | undefined {
  const host = touch?.referrer;
  if (host === undefined || !bannedReferrers) return undefined;
  const banned = bannedReferrers.find((entry) => host === entry || host.endsWith(`.${entry}`));
  if (banned === undefined) return undefined;
  return { signal: 'banned-referrer', note: `the visitor came from ${host}, which is banned`, holds: true };
}
