import { settings } from './settings.js';

/** What makes an address a page of its own: its path and, with hash routing, the route in the hash. Never a query. */
export const pagePath = ({ pathname, hash }: { pathname: string; hash: string }): string =>
  pathname + (settings.hash != null && /^#!?\//.test(hash) ? hash.split('?')[0] : '');
