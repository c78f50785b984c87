import type { Item } from './Item.js';

/** Tells whoever reported an event that it waits. */
export const queued = ({ id, tell }: Item): void => tell({ id, status: 'queued' });
