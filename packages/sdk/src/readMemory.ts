import { daysToKeep } from './daysToKeep.js';
import { guard } from './guard.js';
import type { Memory } from './Memory.js';
import { now } from './now.js';
import { scopes } from './scopes.js';
import { state } from './state.js';
import { store } from './store.js';
import { writeCookie } from './writeCookie.js';

/**
 * Reads the cookie by the one read of `document.cookie`, the most expensive thing that the script does (js-cookie's `get`
 * reads it twice). When a code arrived, the same read finds the registrable domain: a probe is
 * written at each level from two labels down, the browser refuses public suffixes, and the widest probe that stuck names it.
 */
export const readMemory = (): void => {
  const domains = state.arrival ? scopes() : [];
  domains.map((domain, i) => writeCookie(domain, `${state.name}_`, i, 9));
  const jar = `; ${guard(() => document.cookie)()}`;
  domains.map((domain) => writeCookie(domain, `${state.name}_`));
  const inCookie = (jar.split(`; ${state.name}=`)[1] || '').split(';')[0] as string;
  const inLocal = store('get', state.name) || '';
  state.saved = inCookie === inLocal && inLocal;
  // The cookie is believed before its copy: other subdomains write it too. And nothing that a cookie would not have outlived.
  const memory = (inCookie || inLocal).split('!') as Memory;
  state.memory =
    now() / 864e5 - (memory[2] as number) < daysToKeep()
      ? memory
      : [1, domains.findIndex((_, i) => jar.includes(`${state.name}_=${i}`))];
};
