import { begin } from './begin.js';
import { isHidden } from './isHidden.js';
import { leave } from './leave.js';
import { listen } from './listen.js';
import { visit } from './visit.js';
import { wake } from './wake.js';

/**
 * Follows the life of the page. Both `visibilitychange` and `pagehide`: each misses what the other sees. Never `unload` or
 * `beforeunload`: they cost the page its place in the back/forward cache.
 */
export const watchLife = (): void => {
  listen('visibilitychange', () => isHidden() && leave());
  listen('pagehide', leave);
  listen('prerenderingchange', begin);
  listen('online', wake);
  listen('pageshow', visit);
};
