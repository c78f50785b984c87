import Cookies from 'js-cookie';
import { attempt } from './attempt.js';

/** Sets a cookie for `days` (absent: until the browser closes; negative: removes it). `domain` absent: this host alone. */
export const writeCookie = (name: string, value: string, domain?: string, expires?: number): void => {
  attempt(() => {
    const attributes: { [name: string]: unknown } = {};
    // js-cookie loops with `for…in`, and throws where the host page has added a function to Object.prototype: hidden here.
    for (const inherited in attributes) attributes[inherited] = '';
    const secure = location.protocol === 'https:';
    Cookies.set(name, value, { ...attributes, domain, expires, secure, sameSite: 'lax' });
  });
};
