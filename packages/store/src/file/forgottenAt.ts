import type { Forgotten } from '@reftally/core';
import type { SiteState } from './SiteState.js';

const DAY_MS = 86_400_000;

/**
 * What a site may have forgotten at a time (ms), when ids and touches are kept for so many days, touches never for less than the site's window:
 * by UTC days, and never less than what it has forgotten already. Undefined: nothing.
 */
export function forgottenAt(
  { site, forgotten }: Pick<SiteState, 'site' | 'forgotten'>,
  retentionDays: number,
  now: number,
): Forgotten | undefined {
  if (retentionDays === 0) return forgotten;
  const today = Math.floor(now / DAY_MS) * DAY_MS;
  const ids = today - retentionDays * DAY_MS;
  const touches = today - Math.max(retentionDays, site.policy.windowDays + 1) * DAY_MS;
  if (!forgotten) return { ids, touches };
  return { ids: Math.max(ids, forgotten.ids), touches: Math.max(touches, forgotten.touches) };
}
