import { state } from './state.js';
import { store } from './store.js';
import type { TrackResult } from './TrackResult.js';

/** Takes an event off the queue and out of the store, and tells whoever reported it. */
export const drop = (row: TrackResult): void => {
  ({ partner: state.partner, offer: state.offer } = row);
  state.queue = state.queue.filter((item) => item.id !== row.id || item.tell(row));
  store('remove', `_rq.${row.id}`);
};
