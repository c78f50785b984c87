import { run } from './run.js';
import { visit } from './visit.js';

/** What waited for the visitor's consent, or for a prerendered page to be seen, goes its way. */
export const begin = (): void => {
  visit();
  run();
};
