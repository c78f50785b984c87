import type { TrackedEvent } from '@reftally/core';
import type { SiteState } from '../../file/SiteState.js';

type Touches = TrackedEvent['touches'];

/** What is known of the visitors of some events of a site, once all of these have been recorded. */
export function touchesByVisitor(events: readonly TrackedEvent[], { visitors }: SiteState) {
  const known = new Map<string, Touches>();
  for (const { visitor, touches } of events)
    if (visitor !== undefined)
      known.set(visitor, [...(known.get(visitor) ?? visitors.get(visitor) ?? []), ...touches]);
  return known;
}
