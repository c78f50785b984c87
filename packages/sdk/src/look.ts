import { now } from './now.js';
import { settings } from './settings.js';
import { state } from './state.js';

/**
 * Looks for a code in the address bar: the first valid value, query before hash (`#ref=x`, `#/page?ref=x`). One that stays
 * there while the visitor moves on is still one arrival.
 */
export const look = (): void => {
  const query = new URLSearchParams(`${location.search}&${location.hash.replace(/^#([^?]*\?)?/, '')}`);
  const [, code] =
    [...query].find(([name, value]) => settings.params.split(/[, ]+/).includes(name) && isCode(value)) || [];
  if (code && code !== state.seenCode) state.arrivals.push([code, now()]);
  state.seenCode = code;
};

const isCode = (value: string): boolean =>
  /^[\w.~-]{1,64}$/.test(value) && !RegExp(settings.ignore || '$^', 'i').test(value);
