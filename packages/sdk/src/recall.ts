import { addTouch } from './addTouch.js';
import { isOpen } from './isOpen.js';
import { load } from './load.js';
import { memoryText } from './memoryText.js';
import { newId } from './newId.js';
import { now } from './now.js';
import { scopes } from './scopes.js';
import { settings } from './settings.js';
import { state } from './state.js';
import { store } from './store.js';
import type { Touch } from './Touch.js';
import { writeCookie } from './writeCookie.js';

/**
 * The touches that may be told: those remembered and those that arrived since, saved where they are missing, changed or a
 * day old. None while nothing may be remembered, or when nobody referred this visitor.
 */
export const recall = (): Touch[] => {
  if (isOpen()) load();
  if (!isOpen()) return [];
  state.arrivals.splice(0).forEach(addTouch);
  if (state.touches[0] && !state.gpcHolds) save();
  return state.touches;
};

const save = (): void => {
  // An id is made only here: a code arrived, and it may be kept.
  state.visitor = state.visitor || newId(now());
  const text = memoryText();
  if (text !== state.inCookie) {
    const domain = scopes()[state.scope];
    // A host-only twin of the same name would be read first for ever.
    if (domain) writeCookie(settings.cookie, '', undefined, -1);
    writeCookie(settings.cookie, text, domain, Number(settings.days));
  }
  if (text !== state.inLocal) store('set', settings.cookie, text);
  state.inCookie = state.inLocal = text;
};
