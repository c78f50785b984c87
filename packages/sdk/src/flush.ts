import type { Item } from './Item.js';
import { isHidden } from './isHidden.js';
import { isOpen } from './isOpen.js';
import { queue } from './queue.js';
import { seal } from './seal.js';
import { send } from './send.js';
import { state } from './state.js';

/**
 * Sends what waits, synchronously up to the request itself: in a page that goes away nothing later runs. One request at a
 * time, a second one when nobody sees the page; a page that is leaving does not wait for its next try either. A collector that cannot be reached is tried three times a page, then
 * again when the browser is back online.
 */
export const flush = async (leaving = false): Promise<void> => {
  if (!isOpen()) return;
  queue.forEach(seal);
  if ((state.timer && !leaving) || state.losses > 2 || state.busy > Number(leaving || isHidden())) return;
  const batch = nextBatch();
  if (!batch[0]) return;
  state.busy++;
  for (const item of batch) item.flying = true;
  const delay = await send(batch);
  for (const item of batch) item.flying = false;
  state.busy--;
  if (!delay) return flush();
  clearTimeout(state.timer);
  state.timer = setTimeout(() => {
    state.timer = 0;
    flush();
  }, delay);
};

/** The oldest events, at most 16 KB of UTF-8: keepalive requests of all scripts on the page share 64 KiB. */
const nextBatch = (): Item[] => {
  const batch: Item[] = [];
  let size = 0;
  for (const item of queue.values()) {
    size += item.flying ? 0 : new Blob([item.body]).size;
    if (!item.flying && (!batch[0] || (size < 16e3 && batch.length < state.most))) batch.push(item);
  }
  return batch;
};
