import { guard } from './guard.js';
import { look } from './look.js';
import { now } from './now.js';
import { pagePath } from './pagePath.js';
import { schedule } from './schedule.js';
import { state } from './state.js';
import { track } from './track.js';

/**
 * Looks at where the visitor is: a new code is an arrival (one that stays in the address while the visitor moves on is still the
 * same), a page whose path differs from the last counted one is counted. Routers push, replace and push again for one page, and
 * filters change only the query. `after`: what has to be done first; its result comes back.
 */
export const visit = guard(<T>(after?: T): T | undefined => {
  const code = look();
  const path = pagePath();
  if (code && code !== state.seenCode) state.arrival = `${code}*${now().toString(36)}`;
  if (path !== state.seenPath) track('pageview');
  state.seenCode = code;
  state.seenPath = path;
  schedule();
  return after;
});
