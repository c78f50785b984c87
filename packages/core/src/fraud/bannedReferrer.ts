import type { Touch } from '../Touch.js';
import type { FraudPolicy } from './FraudPolicy.js';

/** The winning visit came from a page on a host that the shop has banned, or on a subdomain of it: the host, in plain words. */
export function bannedReferrer(
  touch: Pick<Touch, 'referrer'> | undefined,
  { bannedReferrers }: FraudPolicy,
): string | undefined {
  const host = touch?.referrer;
  if (host === undefined || !bannedReferrers) return undefined;
  const isBanned = bannedReferrers.some((entry) => host === entry || host.endsWith(`.${entry}`));
  return isBanned ? `the visitor came from ${host}, which is banned` : undefined;
}
