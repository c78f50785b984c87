import { dismiss } from './dismiss.js';
import { state } from './state.js';

/** Keeps what waits to 50 events and 64 KB: the oldest go first, and no conversion while a pageview is left. */
export const trim = (): void => {
  let room = 65536;
  const over = [...state.queue]
    .sort((a, b) => a.worth - b.worth)
    .filter(({ wire }, i) => {
      room -= wire.length;
      return room < 0 || i > 49;
    });
  dismiss(over, 'refused', 'full');
};
