import type { Answer } from './Answer.js';
import { dismiss } from './dismiss.js';
import { drop } from './drop.js';
import type { Item } from './Item.js';
import { log } from './log.js';
import { state } from './state.js';

/** Acts on the answer to a request; status 0: there was none. Says whether the next request may follow at once. */
export const settle = (batch: Item[], status: number, answer: Answer): boolean => {
  log(answer);
  const { error = { code: '' }, r: rows = [] } = answer;
  state.losses = status ? 0 : state.losses + 1;
  // The collector does not want this site's events: asking again would only annoy both.
  const stop = [401, 403, 404, 410].includes(status);
  if (stop) {
    console.warn('[reftally]', error);
    state.consent = 'pending';
  }
  const bad = [400, 413, 422].includes(status);
  // Halved until the bad event is alone: it costs only itself.
  if (bad) state.most = batch.length >> 1 || 1;
  if (stop || (bad && !batch[1])) dismiss(batch, 'invalid', error.code);
  for (const row of rows) {
    state.partner = row.partner || state.partner;
    state.most = 50;
    drop(row.id, row.status, row.reason, row.partner);
  }
  const settled = bad || state.losses === 1 || !batch.some((item) => state.queue.includes(item));
  if (settled) state.tries = 0;
  return settled;
};
