import { deny } from './deny.js';
import { state } from './state.js';
import { store } from './store.js';

/** See `Reftally.optOut`. Taken back, this page stays silent until `consent('granted')`. */
export const optOut = (out = true): void => {
  store(out ? 'set' : 'remove', `${state.name}.out`, '1');
  deny();
};
