import { adopt } from './adopt.js';
import { bytesOf } from './bytesOf.js';
import type { Item } from './Item.js';
import { isHidden } from './isHidden.js';
import { isOpen } from './isOpen.js';
import { log } from './log.js';
import { pause } from './pause.js';
import { post } from './post.js';
import { seal } from './seal.js';
import { settle } from './settle.js';
import { state } from './state.js';
import { trim } from './trim.js';

/**
 * Sends what waits, synchronously up to the request itself: in a page that goes away nothing later runs. One request at a
 * time, more only when nobody sees the page; a page that is leaving does not wait for its next try either. A collector
 * that cannot be reached is tried three times a page, then again when the browser is back online.
 */
export const flush = async (leaving = false): Promise<void> => {
  if (!isOpen()) return;
  adopt();
  state.queue.forEach(seal);
  trim();
  const batch = nextBatch();
  if (!batch[0] || state.losses > 2 || (!leaving && (state.timer || (state.flying[0] && !isHidden()))))
    return;
  state.flying.push(...batch);
  const response = await post(batch).catch(log);
  const body = response && (await response.json().catch(log));
  state.flying = [];
  const again = settle(batch, response ? response.status : 0, body || {});
  if (again) return flush();
  // Seconds; a date is taken for none.
  const asked = (response ? +(response.headers.get('Retry-After') as string) : 0) * 1e3 || 0;
  // An event without a row (the answer is the log-in page of some hotel's network, say) was not acknowledged, and stays.
  pause(Math.min(3e5, Math.max(asked, Math.random() * 1e3 * 2 ** state.tries++)), flush);
};

/** The oldest events, at most 16 KB of them: keepalive requests of all scripts on the page share 64 KiB. */
const nextBatch = (): Item[] => {
  let size = 0;
  return state.queue
    .filter((item) => {
      if (state.flying.includes(item)) return false;
      size += bytesOf(item.wire);
      return size < 16e3;
    })
    .slice(0, state.most);
};
