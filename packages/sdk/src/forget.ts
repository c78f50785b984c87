import { eachStored } from './eachStored.js';
import { scopes } from './scopes.js';
import { state } from './state.js';
import { store } from './store.js';
import { writeCookie } from './writeCookie.js';

/** Removes all that is stored, waiting events included. */
export const forget = (): void => {
  writeCookie();
  scopes().map((domain) => writeCookie(domain));
  store('remove', state.name);
  eachStored((key) => store('remove', key));
};
