import { send } from './send.js';
import { visit } from './visit.js';

/** What waited for the visitor's consent, or for the page to be seen, goes its way. */
export const resume = (): void => {
  visit();
  send();
};
