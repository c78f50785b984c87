import { attempt } from './attempt.js';
import { deny } from './deny.js';
import { isOptedOut } from './isOptedOut.js';
import { purge } from './purge.js';
import { readMemory } from './readMemory.js';
import { scopes } from './scopes.js';
import { settings } from './settings.js';
import { state } from './state.js';
import { store } from './store.js';
import { writeCookie } from './writeCookie.js';

/** Reads what the browser remembers, once a page. The cookie is believed before its copy: other subdomains write it too. */
export const load = (): void => {
  if (state.loaded) return;
  state.loaded = true;
  if (isOptedOut()) deny();
  else if (state.gpcHolds) purge();
  else {
    state.inLocal = store('get', settings.cookie);
    readMemory(state.inLocal);
    state.inCookie = readCookie(settings.cookie);
    readMemory(state.inCookie);
  }
};

/**
 * Reads the cookie by the one read of `document.cookie`, the most expensive thing that the script does (js-cookie's `get`
 * reads it twice). When a first write is due, the same read finds the registrable domain: a probe is written at each level
 * from two labels down, the browser refuses public suffixes, and the widest probe that stuck names the domain.
 */
const readCookie = (name: string): string => {
  const domains = state.arrivals[0] && !state.touches[0] ? scopes() : [];
  domains.forEach((domain, i) => {
    writeCookie(name + i, '1', domain);
  });
  const jar = `; ${attempt(() => document.cookie)}`;
  const cookie = (key: string): string => (jar.split(`; ${key}=`)[1] || '').split(';')[0] as string;
  if (domains[0]) state.scope = domains.findIndex((_, i) => cookie(name + i));
  domains.forEach((domain, i) => {
    writeCookie(name + i, '', domain, -1);
  });
  return cookie(name);
};
