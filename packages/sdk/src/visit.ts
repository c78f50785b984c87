import { look } from './look.js';
import { pagePath } from './pagePath.js';
import { recall } from './recall.js';
import { state } from './state.js';
import { track } from './track.js';

/**
 * Looks at where the visitor is: a new code is remembered, a page whose path differs from the last counted one is counted.
 * Routers push, replace and push again for one page, and filters change only the query. A page that comes back from the
 * back/forward cache (`persisted`) counts in any case.
 */
export const visit = (event?: Event): void => {
  if (state.consent === 'denied') return;
  look();
  const path = pagePath();
  if ((event && (event as PageTransitionEvent).persisted) || path !== state.seenPath) track('pageview');
  state.seenPath = path;
  if (state.arrival) recall();
};
