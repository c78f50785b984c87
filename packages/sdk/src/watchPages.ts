import { listen } from './listen.js';
import { visit } from './visit.js';

/**
 * Follows page changes within an application. The Navigation API tells them without touching the host page; where it is
 * missing, the history is wrapped: the original runs first, and what it returns or throws is the caller's.
 */
export const watchPages = (): void => {
  listen('popstate', visit);
  if (window.navigation) navigation.addEventListener('currententrychange', visit);
  else (['pushState', 'replaceState'] as const).map(wrap);
};

const wrap = (name: 'pushState' | 'replaceState'): void => {
  const original = history[name];
  history[name] = (...args) => visit(original.apply(history, args));
};
