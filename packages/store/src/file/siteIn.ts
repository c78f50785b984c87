import type { SiteState } from './SiteState.js';
import type { State } from './State.js';

/** The site that a fact is about. Throws when there is none: then the log has been tampered with. */
export function siteIn(state: State, id: string): SiteState {
  const site = state.sites.get(id);
  if (!site) throw new Error(`it speaks of the site ${JSON.stringify(id)}, which no earlier line has made`);
  return site;
}
