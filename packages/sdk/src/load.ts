import { attempt } from './attempt.js';
import { daysToKeep } from './daysToKeep.js';
import { deny } from './deny.js';
import { forget } from './forget.js';
import { now } from './now.js';
import { scopes } from './scopes.js';
import { settings } from './settings.js';
import { state } from './state.js';
import { store } from './store.js';
import type { Touch } from './Touch.js';
import { writeCookie } from './writeCookie.js';

/**
 * Reads what the browser remembers, once a page; an opt-out or Global Privacy Control make it forget that instead. Says
 * whether the visitor still agrees after that.
 */
export const load = (): boolean => {
  if (!state.loaded) begin();
  return state.consent === 'granted';
};

const begin = (): void => {
  state.loaded = true;
  if (store('get', `${state.name}.out`) || (state.gpcHolds && settings.gpc === 'deny')) deny();
  else if (state.gpcHolds) forget();
  else readMemory();
};

/**
 * Reads the cookie by the one read of `document.cookie`, the most expensive thing that the script does (js-cookie's `get`
 * reads it twice). When a code arrived, the same read finds the registrable domain: a probe is written at each level from
 * two labels down, the browser refuses public suffixes, and the widest probe that stuck names the domain.
 */
const readMemory = (): void => {
  const domains = state.arrival ? scopes() : [];
  const probe = (value?: string, days?: number): void =>
    domains.forEach((domain, i) => {
      writeCookie(domain, state.name + i, value, days);
    });
  probe('1', 1);
  const jar = `; ${attempt(() => document.cookie)}`;
  const found = (suffix: unknown): string =>
    (jar.split(`; ${state.name}${suffix}=`)[1] || '').split(';')[0] as string;
  state.scope = domains.findIndex((_, i) => found(i));
  probe();
  state.inCookie = found('');
  state.inLocal = store('get', state.name);
  // The cookie is believed before its copy: other subdomains write it too.
  const text = state.inCookie || state.inLocal;
  const [version, scope, day, visitor, ...touches] = text.split('!') as [
    string,
    string,
    string,
    string,
    ...Touch[],
  ];
  // What `recall` wrote, nothing else, and nothing that a cookie would not have outlived: localStorage does not expire.
  if (version !== '1' || now() / 864e5 - daysToKeep() > +day) return;
  state.scope = +scope;
  state.visitor = visitor;
  state.touches = touches;
};
