import Cookies from 'js-cookie';
import { guard } from './guard.js';
import { state } from './state.js';

/**
 * Sets a cookie for `age` seconds; without a value: removes it. `domain` empty: this host alone. Inherited properties are kept out
 * of js-cookie's `for…in`: it throws where the host page has added a function to Object.prototype.
 */
const write = (domain?: string, name = state.name, value: string | number = '', age = 0): unknown =>
  Cookies.set(name, value as string, {
    __proto__: null,
    path: '/',
    domain,
    // A string: js-cookie takes whatever attribute it is given as text.
    'max-age': `${age}`,
    secure: location.protocol === 'https:',
    sameSite: 'lax',
  });

export const writeCookie = guard(write);
