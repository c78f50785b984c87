import { log } from './log.js';

/** Runs what the host page or the browser may break (blocked storage throws on mere access), and goes on without it. */
export const attempt = <T>(run: () => T): T | undefined => {
  try {
    return run();
  } catch (error) {
    log(error);
  }
};
