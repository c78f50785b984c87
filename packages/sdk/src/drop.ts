import type { Item } from './Item.js';
import { state } from './state.js';
import { store } from './store.js';

/** Takes an event off the queue and out of the store, and tells whoever reported it. */
export const drop = (id: string, ...answer: Parameters<Item['tell']>): void => {
  state.queue = state.queue.filter((item) => item.id !== id || item.tell(...answer));
  store('remove', `_rq.${id}`);
};
