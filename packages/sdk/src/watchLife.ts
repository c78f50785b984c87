import { leave } from './leave.js';
import { listen } from './listen.js';
import { resume } from './resume.js';
import { state } from './state.js';
import { visit } from './visit.js';
import { wake } from './wake.js';

/**
 * Follows the life of the page. Both `visibilitychange` and `pagehide`: each misses what the other sees. Never `unload` or
 * `beforeunload`: they cost the page its place in the back/forward cache. A prerendered page is hidden until it is seen.
 */
export const watchLife = (): void => {
  listen('visibilitychange', () => (document.hidden ? leave() : resume()));
  listen('pagehide', leave);
  listen('online', wake);
  // A page that comes back from the back/forward cache is looked at once more.
  listen('pageshow', ({ persisted }) => persisted && visit((state.seenPath = '')));
};
