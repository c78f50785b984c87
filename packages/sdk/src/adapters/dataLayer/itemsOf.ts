import type { EventMap } from '../../index.js';
import { decimalOf } from './decimalOf.js';
import type { Said } from './Said.js';
import { textOf } from './textOf.js';

type Items = NonNullable<EventMap['purchase']['items']>;

/** Of the 8 KB of an event (bytes). */
const ROOM = 6000;

/**
 * Google's `items` as Reftally's, or undefined. A list that the collector would refuse must not cost the sale: it takes 100
 * items, and what does not fit into an event goes without names and categories, or not at all.
 */
export const itemsOf = (given: unknown): Items | undefined => {
  if (!Array.isArray(given)) return undefined;
  const items = given.slice(0, 100).flatMap(itemOf);
  const bare = items.map(({ name, category, ...rest }) => rest);
  return [items, bare].find((list) => new Blob([JSON.stringify(list)]).size < ROOM);
};

const itemOf = (given: Said | null): Items => {
  const { item_id, item_name, item_category, price, quantity } = given || {};
  const id = textOf(item_id) || textOf(item_name);
  const count = Number(quantity);
  const item = {
    name: textOf(item_name, 256),
    category: textOf(item_category),
    amount: decimalOf(price),
    quantity: count > 0 && count < 1e9 ? count : undefined,
  };
  return id ? [{ id, ...item }] : [];
};
