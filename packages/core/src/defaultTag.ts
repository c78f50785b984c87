import type { Tag } from './Tag.js';

/** The tag of a site that sets none; the script has the same defaults. */
export function defaultTag(): Tag {
  return { cookie: '_rt', cookieDomain: 'auto', days: 90, credentials: false, gpc: 'respect' };
}
