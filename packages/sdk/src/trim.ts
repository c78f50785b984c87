import { dismiss } from './dismiss.js';
import type { Item } from './Item.js';
import { state } from './state.js';
import { toJson } from './toJson.js';

/** Keeps what waits to 50 events and 64 KB: the oldest go first, and no conversion while a pageview is left. */
export const trim = (): void => {
  while (state.queue[50] || toJson(state.queue).length > 65536) {
    dismiss([(state.queue.find(({ n }) => n === 'pageview') || state.queue[0]) as Item], 'refused', 'full');
  }
};
