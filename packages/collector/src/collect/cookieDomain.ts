import { isIP } from 'node:net';
import type { Tag } from '@reftally/core';
import { isWithin } from '../http/isWithin.js';

/** Where a cookie belongs: a domain, or `''` for the host alone. */
export type CookieDomain = string;

/**
 * The domain of the script's own cookie, from what its value says of it: `scope` counts the domains of the page's host from two
 * labels up, -1 is the host alone. The script has found by trying which of them the browser takes, so that no list of public suffixes
 * is needed here, and the two can never disagree. Undefined when the value cannot be of this host.
 */
export function cookieDomain(
  scope: number,
  host: string,
  told: Tag['cookieDomain'],
): CookieDomain | undefined {
  if (scope === -1) return '';
  if (told !== 'auto') return scope === 0 && isWithin(host, told) ? told : undefined;
  const labels = host.split('.');
  if (scope >= labels.length) return undefined;
  // To browsers, an address or a single label is a domain of one host.
  if (isIP(host) !== 0 || labels.length === 1) return scope >= labels.length - 2 ? '' : undefined;
  return labels.slice(-scope - 2).join('.');
}
