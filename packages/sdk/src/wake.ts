import { resume } from './resume.js';
import { state } from './state.js';

/** Gives a collector that could not be reached another chance, now. */
export const wake = (): Promise<void> => {
  clearTimeout(state.timer);
  state.losses = state.timer = 0;
  return resume();
};
