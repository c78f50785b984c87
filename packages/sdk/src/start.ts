import { api } from './api.js';
import { guard } from './guard.js';
import type { Methods } from './Methods.js';
import type { Options } from './Options.js';
import { pagePath } from './pagePath.js';
import type { Reftally } from './Reftally.js';
import type { StubCall } from './StubCall.js';
import { state } from './state.js';
import { visit } from './visit.js';
import { watchLife } from './watchLife.js';
import { watchLinks } from './watchLinks.js';
import { watchPages } from './watchPages.js';

type Gpc = Navigator & { globalPrivacyControl?: boolean };

/**
 * Starts the script, once a page: a second copy leaves everything to the first. Touches neither cookies nor storage nor the
 * network, unless a conversion was waiting in the stub. `src`: what the endpoint is relative to; the page if absent.
 */
export const start = ({ dataset, src }: { dataset: Options; src?: string }): void => {
  // A stub has any method one asks for, and its queue.
  const { track, q } = (window.reftally || {}) as Partial<Reftally> & { q?: StubCall[] };
  if (track && !q) return;
  window.reftally = api;
  state.options = dataset;
  try {
    if (!state.options.site) throw 'no data-site';
    state.endpoint = new URL(state.options.endpoint || '/e', src || (location as unknown as string));
    state.name = state.options.cookie || state.name;
    // Blogs add their own `?ref=their.host` to every outbound link; that must not push a partner's code aside.
    state.ignore = RegExp(state.options.ignore || /\.[a-z]{2,}$/, 'i');
    state.gpc = (navigator as Gpc).globalPrivacyControl && state.options.gpc !== 'ignore';
    state.consent = state.gpc && state.options.gpc === 'deny' ? 'denied' : state.options.consent || 'granted';
    // A page that is loaded again was counted before. Deprecated, and a third of what replaces it; it may go one day.
    if ((performance.navigation || 0).type === 1) state.seenPath = pagePath();
    visit();
    if (q) {
      // The code is known by now: a purchase that waits in the stub belongs to it. A "denied" there still finds nothing stored.
      q.map(call);
      // What still holds the stub goes through from now on.
      q.push = call as unknown as typeof q.push;
    }
    watchPages();
    watchLife();
    watchLinks();
  } catch (error) {
    console.warn('[reftally]', error);
  }
};

const call = guard(([name, args, resolve]: StubCall): void =>
  resolve(((api as unknown as Methods)[name] as Methods[string])(...args)),
);
