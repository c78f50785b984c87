import { state } from './state.js';

/** Sends nothing for so long (ms), then calls. A new pause takes the place of one that lasts. */
export const pause = (wait: number, then: () => unknown): void => {
  clearTimeout(state.timer);
  state.timer =
    wait &&
    setTimeout(() => {
      state.timer = 0;
      then();
    }, wait);
};
