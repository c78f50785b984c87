import { flush } from './flush.js';
import { pause } from './pause.js';
import { state } from './state.js';

/** Gives a collector that could not be reached another chance, now. */
export const wake = (): Promise<void> => {
  pause(0, flush);
  state.losses = 0;
  return flush();
};
