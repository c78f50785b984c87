import { settings } from './settings.js';

/** The domains that a cookie of this host may have, the widest first. What is none (a public suffix, `none`) browsers refuse. */
export const scopes = (): string[] => {
  const labels = location.hostname.split('.');
  const { cookieDomain } = settings;
  return cookieDomain ? [cookieDomain] : labels.slice(1).map((_, i) => labels.slice(-i - 2).join('.'));
};
