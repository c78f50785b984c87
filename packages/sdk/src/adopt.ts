import { eachStored } from './eachStored.js';
import { now } from './now.js';
import { state } from './state.js';
import { store } from './store.js';
import { worthOf } from './worthOf.js';

/** Takes over events that an earlier page or another tab left behind; younger ones that tab is probably still at. */
export const adopt = (): void =>
  eachStored((key) => {
    const wire = store('get', key);
    const { id, n, t } = JSON.parse(wire);
    if (t < now() - 6048e5) store('remove', key);
    else if (t < now() - 3e4 && !state.queue.some((item) => item.id === id))
      state.queue.push({ id, wire, worth: worthOf(n, t), sealed: true, tell: () => {} });
  });
