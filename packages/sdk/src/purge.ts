import { eventKeys } from './eventKeys.js';
import { scopes } from './scopes.js';
import { settings } from './settings.js';
import { state } from './state.js';
import { store } from './store.js';
import { writeCookie } from './writeCookie.js';

/** Removes all that is stored, waiting events included. */
export const purge = (): void => {
  for (const key of [settings.cookie, ...eventKeys()]) store('remove', key);
  for (const domain of [undefined, ...scopes()]) writeCookie(settings.cookie, '', domain, -1);
  state.inCookie = state.inLocal = state.visitor = '';
  state.touches = [];
};
