import type { Item } from './Item.js';
import { isOpen } from './isOpen.js';
import { PREFIX } from './PREFIX.js';
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
  const t = recall();
  if (t[0]) item.body = `${item.body.slice(0, -1)},"a":${toJson({ v: state.visitor || undefined, t })}}`;
  if (isOpen() && !state.gpcHolds && (t[0] || item.name !== 'pageview'))
    store('set', PREFIX + item.id, item.body);
};
