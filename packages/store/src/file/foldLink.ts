import { codeKey, type Link } from '@reftally/core';
import { insertSorted } from './insertSorted.js';
import { placeOf } from './placeOf.js';
import type { State } from './State.js';
import { siteIn } from './siteIn.js';

/** Folds a new link into the state. */
export function foldLink(state: State, link: Link): void {
  const site = siteIn(state, link.site);
  site.links.set(codeKey(link.code), link);
  insertSorted(site.linkOrder, link, placeOf.link);
}
