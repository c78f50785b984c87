import { attempt } from './attempt.js';
import { listen } from './listen.js';
import { visit } from './visit.js';

/**
 * Follows page changes within an application. The Navigation API tells them without touching the host page; where it is
 * missing, the history is wrapped: the original runs first and its result is what the caller gets.
 */
export const watchPages = (): void => {
  const { navigation } = window as Window & { navigation?: EventTarget };
  listen(navigation ? 'currententrychange' : 'popstate', visit, navigation);
  for (const name of navigation ? [] : (['pushState', 'replaceState'] as const)) {
    const original = history[name];
    history[name] = (...args) => {
      original.apply(history, args);
      attempt(visit);
    };
  }
};
