import { adopt } from './adopt.js';
import { flush } from './flush.js';

/** Takes over what other pages left behind, and sends what waits. */
export const resume = (): Promise<void> => {
  adopt();
  return flush();
};
