import { getDomain } from 'tldts';

/** The registrable domain of a host, as browsers draw the line between sites; an address or a single label is a site by itself. */
export function siteOf(host: string): string {
  return getDomain(host, { allowPrivateDomains: true }) ?? host;
}
