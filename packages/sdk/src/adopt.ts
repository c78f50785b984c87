import { guard } from './guard.js';
import { log } from './log.js';
import { now } from './now.js';
import { state } from './state.js';
import { store } from './store.js';

/** Takes over an event that an earlier page or another tab left behind; a younger one that tab is probably still at. Of those beyond the 50 that a page may hold, later. */
export const adopt = guard((key: string): void => {
  const wire = store('get', key) as string;
  const item = JSON.parse(wire);
  if (item.t < now() - 6048e5) store('remove', key);
  else if (item.t < now() - 3e4 && !state.queue[49] && !state.queue.some(({ id }) => id === item.id))
    state.queue.push({ ...item, wire, tell: log });
});
