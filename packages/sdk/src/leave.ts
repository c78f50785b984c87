import { queued } from './queued.js';
import { send } from './send.js';
import { state } from './state.js';

/** The page may be going: all of it is written or sent now, and nobody is left waiting for an answer. */
export const leave = (): void => {
  send(true);
  state.queue.map(queued);
};
