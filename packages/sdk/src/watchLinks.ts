import { decorate } from './decorate.js';
import { guard } from './guard.js';
import { listen } from './listen.js';
import { listOf } from './listOf.js';
import { state } from './state.js';

/** Carries the code to the site's other domains, as a link is followed; the page itself is never searched for links. */
export const watchLinks = (): void => {
  listen('click', follow);
  listen('auxclick', follow);
};

const follow = guard((event: Event): void => {
  // Through shadow roots, which hide their links behind the event's target.
  const anchor = (event.composedPath() as HTMLAnchorElement[]).find((node) =>
    listOf(state.options.linkHosts || '-').includes(node.hostname),
  );
  if (anchor) anchor.href = decorate(anchor.href);
});
