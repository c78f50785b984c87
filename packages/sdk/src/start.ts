import { api } from './api.js';
import { drain } from './drain.js';
import { isReload } from './isReload.js';
import { look } from './look.js';
import type { Options } from './Options.js';
import { pagePath } from './pagePath.js';
import type { Reftally } from './Reftally.js';
import type { StubCall } from './StubCall.js';
import { schedule } from './schedule.js';
import { settings } from './settings.js';
import { state } from './state.js';
import { visit } from './visit.js';
import { watchLife } from './watchLife.js';
import { watchLinks } from './watchLinks.js';
import { watchPages } from './watchPages.js';

/**
 * Starts the script, once a page: a second copy leaves everything to the first. Touches neither cookies nor storage nor the
 * network, unless a code arrived or a conversion was waiting in the stub. `base`: what the endpoint is relative to.
 */
export const start = (options: Options, base?: string): void => {
  // A stub has any method one asks for, and its queue.
  const { version, q } = (window.reftally || {}) as Partial<Reftally> & { q?: StubCall[] };
  if (version && !q) return;
  window.reftally = api;
  try {
    Object.assign(settings, options);
    if (!settings.site) throw 'data-site is missing';
    settings.endpoint = new URL(settings.endpoint || '/e', base || location.href).href;
    state.name = settings.cookie || '_rt';
    look();
    const { globalPrivacyControl } = navigator as Navigator & { globalPrivacyControl?: boolean };
    state.gpcHolds = !!globalPrivacyControl && settings.gpc !== 'ignore';
    state.consent = settings.consent || 'granted';
    // A page that is loaded again was counted before.
    if (isReload()) state.seenPath = pagePath();
    // The code is known by now: a purchase that waits in the stub belongs to it. A "denied" there comes before the pageview.
    if (q) drain(q);
    visit();
    watchPages();
    watchLife();
    watchLinks();
    schedule();
  } catch (error) {
    console.warn('[reftally]', error);
  }
};
