import Cookies from 'js-cookie';
import { attempt } from './attempt.js';
import { state } from './state.js';

/** Sets a cookie for `days`; without a value: removes it. `domain` absent: this host alone. */
export const writeCookie = (domain?: string, name = state.name, value = '', expires = -1): void => {
  attempt(() => {
    const attributes: { [name: string]: unknown } = {};
    // js-cookie loops with `for…in`, and throws where the host page has added a function to Object.prototype: hidden here.
    for (const inherited in attributes) attributes[inherited] = '';
    const secure = location.protocol === 'https:';
    Cookies.set(name, value, { ...attributes, domain, expires, secure, sameSite: 'lax' });
  });
};
