import { dismiss } from './dismiss.js';
import { forget } from './forget.js';
import { state } from './state.js';

/** Forgets everything and stays silent. A yes after it starts afresh, from the code in the address. */
export const deny = (): void => {
  state.consent = 'denied';
  state.memory = [];
  state.loaded = state.arrival = state.seenCode = state.seenPath = '';
  dismiss(state.queue, 'refused', 'denied');
  forget();
};
