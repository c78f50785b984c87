import { flush } from './flush.js';
import { queue } from './queue.js';

/** The page may be going: all of it is written or sent now, and nobody is left waiting for an answer. */
export const leave = (): void => {
  flush(true);
  for (const { id, tell } of queue.values()) tell({ id, status: 'queued' });
};
