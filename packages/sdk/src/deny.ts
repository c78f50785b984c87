import { dismiss } from './dismiss.js';
import { forget } from './forget.js';
import { state } from './state.js';

/**
 * Forgets everything and stays silent. A yes after it starts afresh, from the code in the address. `again`: it was told before, and what
 * is stored since then is of another tab, to which the visitor has said yes.
 */
export const deny = (again?: boolean): void => {
  state.consent = 'denied';
  state.memory = [];
  state.loaded = state.arrival = state.seenCode = state.seenPath = '';
  dismiss(state.queue, 'refused', 'denied');
  if (!again) forget();
};
