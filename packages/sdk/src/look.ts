import { now } from './now.js';
import { paramNames } from './paramNames.js';
import { settings } from './settings.js';
import { state } from './state.js';

/**
 * Looks for a code in the address bar: the first valid value, query before hash (`#ref=x`, `#/page?ref=x`). One that stays
 * there while the visitor moves on is still one arrival.
 */
export const look = (): void => {
  const query = new URLSearchParams(`${location.search}&${location.hash.replace(/^#([^?]*\?)?/, '')}`);
  const [, code] = [...query].find(([name, value]) => paramNames().includes(name) && isCode(value)) || [];
  if (code && code !== state.seenCode) state.arrival = `${code}*${now().toString(36)}`;
  state.seenCode = code;
};

// Blogs add their own `?ref=their.host` to every outbound link; that must not push a partner's code aside.
const HOST = '\\.[a-z]{2,}$';

const isCode = (value: string): boolean =>
  /^[\w.~-]{1,64}$/.test(value) && !RegExp(settings.ignore || HOST, 'i').test(value);
