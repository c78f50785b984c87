import { flush } from './flush.js';
import { state } from './state.js';

/** The page may be going: all of it is written or sent now, and nobody is left waiting for an answer. */
export const leave = (): void => {
  flush(true);
  for (const { tell } of state.queue) tell();
};
