import { dismiss } from './dismiss.js';
import { purge } from './purge.js';
import { queue } from './queue.js';
import { state } from './state.js';

/** Forgets everything and stays silent. */
export const deny = (): void => {
  state.consent = 'denied';
  state.arrivals = [];
  state.seenCode = state.seenPath = undefined;
  dismiss([...queue.values()], 'refused', 'denied');
  purge();
};
