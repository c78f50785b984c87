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
  listen(document, 'visibilitychange', () => isHidden() && leave());
  listen(window, 'pagehide', leave);
  listen(document, 'prerenderingchange', begin);
  listen(window, 'online', wake);
  listen(window, 'pageshow', (event) => {
    if (!(event as PageTransitionEvent).persisted) return;
    visit(true);
    wake();
  });
};
