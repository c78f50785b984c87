import { attempt } from './attempt.js';
import { drop } from './drop.js';
import { eventKeys } from './eventKeys.js';
import { isOpen } from './isOpen.js';
import { now } from './now.js';
import { PREFIX } from './PREFIX.js';
import { queue } from './queue.js';
import { state } from './state.js';
import { store } from './store.js';
import { trim } from './trim.js';

/** Takes over events that an earlier page or another tab left behind; younger ones that tab is probably still at. */
export const adopt = (): void => {
  for (const key of isOpen() && !state.gpcHolds ? eventKeys() : []) {
    const id = key.slice(PREFIX.length);
    const body = store('get', key);
    const { n: name, t: at } = attempt(() => JSON.parse(body)) || { t: 0 };
    const age = now() - at;
    if (age > 6048e5) drop({ id, status: 'refused', reason: 'old' });
    else if (age > 3e4 && !queue.has(id)) queue.set(id, { id, name, at, body, sealed: true, tell: () => {} });
  }
  trim();
};
