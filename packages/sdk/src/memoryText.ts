import { now } from './now.js';
import { state } from './state.js';

/**
 * The memory as text: `1!scope!day!visitor!code*at[!code*at]`, numbers in base 36. At most 193 characters, none of which a
 * cookie needs to encode. The day it is written is part of it: a new day makes a new text, which slides the cookie's life.
 */
export const memoryText = (): string =>
  [
    1,
    state.scope,
    Math.floor(now() / 864e5),
    state.visitor,
    ...state.touches.map(([code, at]) => `${code}*${at.toString(36)}`),
  ].join('!');
