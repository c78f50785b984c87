import type { Touch } from './Touch.js';

/**
 * What the browser remembers, as the parts of one text, `1!scope!day!visitor!first[!latest]`: the version; which of `scopes()`
 * the cookie's domain is, the same on all subdomains (-1: this host alone); the day it was written, since the epoch; the visitor's
 * random id; the first touch and, if it is another one, the latest.
 */
export type Memory = [
  version?: 1 | string,
  scope?: number | string,
  day?: number | string,
  visitor?: string,
  first?: Touch,
  latest?: Touch,
];
