import { daysToKeep } from './daysToKeep.js';
import { isOpen } from './isOpen.js';
import { newId } from './newId.js';
import { now } from './now.js';
import { parseTouch } from './parseTouch.js';
import { scopes } from './scopes.js';
import { state } from './state.js';
import { store } from './store.js';
import { writeCookie } from './writeCookie.js';

/** How long the same code is the same visit (ms). */
const VISIT = 18e5;

/** Remembers the touch that arrived, as soon as that is allowed; saves where it is missing, changed or a day old. */
export const recall = (): void => {
  if (!isOpen()) return;
  if (state.arrival) {
    // The first touch stays for ever, the latest gives way; unless it is the same visit, loaded again.
    const [code, at] = parseTouch(state.arrival);
    const [latest] = state.touches.slice(-1).map(parseTouch);
    if (!latest || latest[0] !== code || at - latest[1] > VISIT)
      state.touches = [...state.touches.slice(0, 1), state.arrival];
    state.arrival = undefined;
  }
  if (state.touches[0] && !state.gpcHolds) save();
};

/**
 * The memory is a text: `1!scope!day!visitor!touch[!touch]`. At most 193 characters, none of which a cookie needs to encode.
 * The day it is written is part of it: a new day makes a new text, which slides the cookie's life.
 */
const save = (): void => {
  // An id is made only here: a code arrived, and it may be kept.
  state.visitor = state.visitor || newId(now());
  const text = [1, state.scope, Math.floor(now() / 864e5), state.visitor, ...state.touches].join('!');
  if (text !== state.inCookie) {
    // A host-only twin of the same name would be read first for ever.
    writeCookie();
    writeCookie(scopes()[state.scope], state.name, text, daysToKeep());
  }
  if (text !== state.inLocal) store('set', state.name, text);
  state.inCookie = state.inLocal = text;
};
