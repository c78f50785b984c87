import { state } from './state.js';

/** What makes an address a page of its own: its path and, with hash routing, the route in the hash. Never a query. */
export const pagePath = (): string =>
  location.pathname + (state.options.hash == null ? '' : location.hash.split('?')[0]);
