import { leave } from './leave.js';
import { listen } from './listen.js';
import { resume } from './resume.js';
import { state } from './state.js';
import { visit } from './visit.js';
import { wake } from './wake.js';

/**
 * Follows the life of the page. Both `visibilitychange` and `pagehide`: each misses what the other sees. Never `unload` or
 * `beforeunload`: they cost the page its place in the back/forward cache. A prerendered page becomes visible a moment before it is
 * no longer prerendered: only the second counts. The order is the one that compresses best.
 */
export const watchLife = (): void => {
  // A page that comes back from the back/forward cache is looked at once more.
  listen('pageshow', ({ persisted }) => persisted && visit((state.seenPath = '')));
  listen('online', wake);
  // Also as it is seen again: what waits is worth a try then, too.
  listen('visibilitychange', leave);
  listen('pagehide', leave);
  listen('prerenderingchange', resume);
};
