import type { Partner } from '../api/Partner.js';
import type { Site } from '../api/Site.js';

/** A partner's referral link; built from the code while the details are still on their way. */
export function linkOf(code: string, details: Partner | undefined, site: Site): string {
  if (details) return details.link;
  const url = new URL(site.landingUrl);
  url.searchParams.set('ref', code);
  return url.href;
}
