import { api } from './api.js';
import { drain } from './drain.js';
import { look } from './look.js';
import type { Methods } from './Methods.js';
import type { Options } from './Options.js';
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
  const before = window.reftally as (Reftally & { q?: StubCall[] }) | undefined;
  if (typeof before?.version === 'string') return;
  window.reftally = api;
  try {
    configure(options, base);
  } catch (error) {
    console.warn('[reftally]', error);
    return;
  }
  // The code is known by now: a purchase that waits in the stub belongs to it. A "denied" there comes before the pageview.
  drain(before?.q || [], api as unknown as Methods);
  visit();
  watchPages();
  watchLife();
  watchLinks();
  schedule();
};

const configure = (options: Options, base?: string): void => {
  Object.assign(settings, options);
  settings.endpoint = new URL(settings.endpoint || '/e', base || location.href).href;
  if (!settings.site) throw 'data-site is missing';
  look();
  const { globalPrivacyControl } = navigator as Navigator & { globalPrivacyControl?: boolean };
  state.gpcHolds = !!globalPrivacyControl && settings.gpc !== 'ignore';
  state.consent = state.gpcHolds && settings.gpc === 'deny' ? 'denied' : settings.consent || 'granted';
};
