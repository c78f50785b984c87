import { log } from './log.js';

/** Runs what the host page or the browser may break (blocked storage throws on mere access), and goes on without it. */
export const attempt = <A extends unknown[], T>(run: (...args: A) => T, ...args: A): T | undefined => {
  try {
    return run(...args);
  } catch (error) {
    log(error);
  }
};
