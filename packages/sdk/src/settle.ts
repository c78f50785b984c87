import type { Answer } from './Answer.js';
import { dismiss } from './dismiss.js';
import { drop } from './drop.js';
import type { Item } from './Item.js';
import { log } from './log.js';
import { queue } from './queue.js';
import { state } from './state.js';

/** The longest wait (ms). */
const MOST = 3e5;

/**
 * Acts on the answer to a request; status 0: there was none. Returns how long the next request has to wait (ms): not at all,
 * or a random share of 1 s, 2 s, 4 s …, and at least what the collector asked for.
 */
export const settle = (batch: Item[], status: number, answer: Answer, asked: number): number => {
  const { error = { code: `${status}` }, r: rows = [] } = answer;
  log(status, answer);
  if (!status && !state.losses++) return 0;
  if (status) state.losses = 0;
  if (/400|413|422/.test(`${status}`)) {
    // Halved until the bad event is alone: it costs only itself.
    state.most = batch.length >> 1;
    if (!state.most) dismiss(batch, 'invalid', error.code);
  } else if (/^4(?!08|25|29)/.test(`${status}`)) {
    // The collector does not want this site's events: asking again would only annoy both.
    console.warn('[reftally]', error);
    dismiss(batch, 'invalid', error.code);
    state.consent = 'stopped';
  } else {
    if (status === 204) dismiss(batch, 'accepted');
    for (const row of rows) {
      state.partner = row.partner || state.partner;
      state.most = 50;
      drop(row);
    }
    // An event without a row (the answer is the log-in page of some hotel's network, say) was not acknowledged, and stays.
    if (batch.some(({ id }) => queue.has(id))) {
      return Math.min(MOST, Math.max(asked, Math.random() * 1e3 * 2 ** state.tries++));
    }
  }
  state.tries = 0;
  return 0;
};
