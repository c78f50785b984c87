import { paramNames } from './paramNames.js';
import { state } from './state.js';

/**
 * The code in the address bar: the first valid value, query before hash (`#ref=x`, `#/page?ref=x`). Codes need no decoding:
 * what would is not a code.
 */
export const look = (): string | undefined =>
  ((location.search + location.hash)
    .split(/[?#&]/)
    .map((part) => part.split('='))
    .find(
      ([name, value]) =>
        paramNames().includes(name as string) &&
        /^[\w.~-]{1,64}$/.test(value as string) &&
        !(state.ignore as RegExp).test(value as string),
    ) || [])[1];
