import { PREFIX } from './PREFIX.js';
import { queue } from './queue.js';
import { store } from './store.js';
import type { TrackResult } from './TrackResult.js';

/** Takes an event off the queue and out of the store, and tells whoever reported it. */
export const drop = (result: TrackResult): void => {
  const item = queue.get(result.id);
  if (item) item.tell(result);
  queue.delete(result.id);
  store('remove', PREFIX + result.id);
};
