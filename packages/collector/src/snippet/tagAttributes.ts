import { defaultTag, type Site } from '@reftally/core';
import { STANDARD_PATHS } from '../options/STANDARD_PATHS.js';

const defaults = defaultTag();

/** The `data-*` attributes of a site's tag; what is as the script has it anyway is left out. `endpoint` is a path. */
export function tagAttributes(
  { publicKey, tag = defaults }: Pick<Site, 'publicKey' | 'tag'>,
  endpoint: string,
): Record<string, string | undefined> {
  const { cookie, cookieDomain, days, credentials, gpc } = tag;
  const unless = (value: string, standard: string) => (value === standard ? undefined : value);
  return {
    'data-site': publicKey,
    'data-endpoint': unless(endpoint, STANDARD_PATHS.collect),
    'data-cookie': unless(cookie, defaults.cookie),
    'data-cookie-domain': unless(cookieDomain, defaults.cookieDomain),
    'data-days': unless(String(days), String(defaults.days)),
    'data-credentials': credentials ? 'include' : undefined,
    'data-gpc': unless(gpc, defaults.gpc),
  };
}
