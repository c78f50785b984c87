import { attempt } from './attempt.js';

/**
 * Goes through the localStorage keys of the events that wait, of this tab and of others. Each has one of its own: tabs
 * never rewrite what another one wrote.
 */
export const eachStored = (run: (key: string) => unknown): void => {
  attempt(() => {
    for (const key of Object.keys(localStorage)) if (key.startsWith('_rq.')) attempt(run, key);
  });
};
