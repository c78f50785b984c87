import { send } from './send.js';

/** Has what waits sent when the page is idle, at most 1 s later (the fallback takes the object for 0); hidden, at once. */
export const schedule = (): unknown =>
  document.hidden
    ? send()
    : (window.requestIdleCallback || setTimeout)(() => send(), {
        timeout: 1e3,
      } as IdleRequestOptions & number);
