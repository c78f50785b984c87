import type { Item } from './Item.js';
import { parseTouch } from './parseTouch.js';
import { state } from './state.js';
import { store } from './store.js';
import type { Touch } from './Touch.js';
import { toJson } from './toJson.js';

/**
 * Puts the referral into an event, once, and writes it ahead, so that it outlives the page until it is acknowledged. A pageview of
 * somebody whom nobody referred is not worth a trace in their browser: it lives in memory only.
 */
export const seal = (item: Item): void => {
  item.wire = item.wire.replace(
    /0}$/,
    `${toJson({ v: state.memory[3], t: (state.memory.slice(4) as Touch[]).map(parseTouch) })}}`,
  );
  if (!state.gpc && (state.memory[4] || item.n !== 'pageview')) store('set', `_rq.${item.id}`, item.wire);
};
