import { isHidden } from './isHidden.js';
import { run } from './run.js';

/** Has what waits sent when the page is idle, at most 1 s later (the fallback takes the object for 0); hidden, at once. */
export const schedule = (): void => {
  if (isHidden()) run();
  else (window.requestIdleCallback || setTimeout)(run, { timeout: 1e3 } as IdleRequestOptions & number);
};
