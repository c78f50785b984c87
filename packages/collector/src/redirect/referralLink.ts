import type { Site } from '@reftally/core';

/** The referral link of a code: a page of the site with `ref=CODE` beside whatever its query has. `path` may bring a query of its own. */
export function referralLink({ landingUrl }: Pick<Site, 'landingUrl'>, code: string, path?: string): string {
  const landing = new URL(landingUrl);
  const url = path === undefined ? landing : new URL(landing.origin + path);
  const query = url.search
    .slice(1)
    .split('&')
    .filter((pair) => pair !== '' && !isRef(pair));
  url.search = `?${[...query, `ref=${code}`].join('&')}`; // Without its own mark it would eat one of the query's.
  return url.href;
}

/** Other parameters stay byte for byte as they were: a shop may be particular about its own. */
function isRef(pair: string): boolean {
  const name = pair.split('=', 1)[0] ?? '';
  return name.replace(/%72/gi, 'r').replace(/%65/gi, 'e').replace(/%66/gi, 'f') === 'ref';
}
