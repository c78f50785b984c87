import { KeySet } from './KeySet.js';
import type { SiteKey } from './SiteKey.js';

/** Keys by id; none yet. */
export function siteKeys(): KeySet<SiteKey> {
  return new KeySet<SiteKey>(({ id }) => id);
}
