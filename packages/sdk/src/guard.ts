import { log } from './log.js';

/** Makes safe what the host page or the browser may break (blocked storage throws on mere access): no result instead of an error. */
export const guard =
  <A extends unknown[], T>(run: (...args: A) => T) =>
  (...args: A): T | undefined => {
    try {
      return run(...args);
    } catch (error) {
      log(error);
    }
  };
