import { decorate } from './decorate.js';
import { listen } from './listen.js';
import { listOf } from './listOf.js';
import { settings } from './settings.js';

/** Carries the code to the site's other domains, as a link is followed; the page itself is never searched for links. */
export const watchLinks = (): void => {
  listen('click', follow);
  listen('auxclick', follow);
};

const follow = (event: Event): void => {
  // Through shadow roots, which hide their links behind the event's target.
  const anchor = (event.composedPath() as HTMLAnchorElement[]).find((node) => node.hostname);
  if (anchor && listOf(settings.linkHosts || '').some((host) => `.${anchor.hostname}`.endsWith(`.${host}`))) {
    anchor.href = decorate(anchor.href);
  }
};
