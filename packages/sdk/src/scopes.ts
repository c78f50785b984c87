import { state } from './state.js';

/** The domains that a cookie of this host may have, the widest first. What is none (a public suffix, `none`) browsers refuse. */
export const scopes = (): string[] =>
  state.options.cookieDomain
    ? [state.options.cookieDomain]
    : location.hostname.split('.').map((_, i, labels) => labels.slice(-i - 2).join('.'));
