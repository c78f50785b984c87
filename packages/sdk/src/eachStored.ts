import { guard } from './guard.js';

/**
 * Goes through the localStorage keys of the events that wait, of this tab and of others. Each has one of its own: tabs
 * never rewrite what another one wrote.
 */
export const eachStored = guard((run: (key: string) => unknown): void => {
  for (const key in localStorage) if (/^_rq\./.test(key)) run(key);
});
