import type { Item } from './Item.js';
import { parseTouch } from './parseTouch.js';
import { recall } from './recall.js';
import { state } from './state.js';
import { store } from './store.js';
import { toJson } from './toJson.js';

/**
 * Puts the referral into an event and writes it ahead, so that it outlives the page until it is acknowledged. A pageview of
 * somebody whom nobody referred is not worth a trace in their browser: it lives in memory only.
 */
export const seal = (item: Item): void => {
  if (item.sealed) return;
  item.sealed = true;
  recall();
  const t = state.touches.map(parseTouch);
  if (t[0]) item.wire = `${item.wire.slice(0, -1)},"a":${toJson({ v: state.visitor, t })}}`;
  if (!state.gpcHolds && (t[0] || item.worth < 0)) store('set', `_rq.${item.id}`, item.wire);
};
