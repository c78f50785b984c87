import { daysToKeep } from './daysToKeep.js';
import { deny } from './deny.js';
import { forget } from './forget.js';
import { newId } from './newId.js';
import { now } from './now.js';
import { parseTouch } from './parseTouch.js';
import { readMemory } from './readMemory.js';
import { scopes } from './scopes.js';
import { state } from './state.js';
import { store } from './store.js';
import { writeCookie } from './writeCookie.js';

/** How long the same code is the same visit (ms). */
const VISIT = 18e5;

/**
 * Brings the memory up to date, as soon as that is allowed: the visitor agrees, has not opted out, and has seen the page (a
 * prerendered one may never be seen). Says whether anything may be stored or sent. A no, also one from before this page, makes it
 * forget instead, and so does Global Privacy Control.
 */
export const recall = (): true | '' | undefined => {
  if (state.consent === 'denied') deny(state.loaded === '');
  if (state.consent !== 'granted' || (document as Document & { prerendering?: boolean }).prerendering) return;
  if (!state.loaded) {
    state.loaded = true;
    if (store('get', `${state.name}.out`)) deny();
    else if (state.gpc) forget();
    else readMemory();
  }
  if (state.arrival) {
    // The first touch stays for ever, the latest gives way; unless it is the same visit, loaded again.
    const [code, at] = parseTouch(state.arrival);
    const [latest, before] = parseTouch(state.memory[5] || state.memory[4]);
    if (latest !== code || at - before > VISIT) state.memory[state.memory[4] ? 5 : 4] = state.arrival;
    state.arrival = '';
  }
  if (state.memory[4] && !state.gpc) {
    // An id is made only here: a code arrived, and it may be kept. The day is part of the text: a new one slides the cookie's life.
    state.memory[3] = state.memory[3] || newId(now());
    state.memory[2] = (now() / 864e5) | 0;
    const text = state.memory.join('!');
    // Where it is missing, changed or a day old. At most 190 characters, none of which a cookie needs to encode.
    if (text !== state.saved) {
      // A host-only twin of the same name would be read first for ever.
      writeCookie();
      writeCookie(scopes()[state.memory[1] as number], state.name, text, daysToKeep() * 86400);
      store('set', state.name, (state.saved = text));
    }
  }
  return state.loaded;
};
