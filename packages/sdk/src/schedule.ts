import { deny } from './deny.js';
import { isHidden } from './isHidden.js';
import { resume } from './resume.js';
import { state } from './state.js';

/** Has what waits sent when the page is idle, at most 1 s later (the fallback takes the object for 0); hidden, at once. */
export const schedule = (): void => {
  if (isHidden()) run();
  else (window.requestIdleCallback || setTimeout)(run, { timeout: 1e3 } as IdleRequestOptions & number);
};

const run = (): void => {
  // Also when it was denied before this page: what an earlier yes has left goes.
  if (state.consent === 'denied') deny();
  else resume();
};
