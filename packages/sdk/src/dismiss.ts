import { drop } from './drop.js';
import type { Item } from './Item.js';

/** Drops events that share their fate. */
export const dismiss = (items: Item[], ...answer: Parameters<Item['tell']>): void => {
  for (const { id } of items) drop(id, ...answer);
};
