import { drop } from './drop.js';
import type { Item } from './Item.js';
import type { TrackResult } from './TrackResult.js';

/** Drops events that share their fate. */
export const dismiss = (items: Item[], status: TrackResult['status'], reason?: string): unknown =>
  items.map(({ id }) => drop({ id, status, reason }));
