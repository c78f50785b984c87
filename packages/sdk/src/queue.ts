import type { Item } from './Item.js';

/** The events of this page (and those it adopted) that wait for an answer, by id, the oldest first. */
export const queue = new Map<string, Item>();
