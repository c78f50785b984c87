import { deny } from './deny.js';
import { flush } from './flush.js';
import { state } from './state.js';

/** Sends what waits. After a no, also one from before this page: what an earlier yes has left goes. */
export const run = (): void => {
  if (state.consent === 'denied') deny();
  else flush();
};
