import type { Books } from './Books.js';
import type { Shop } from './createShop.js';
import { postEvents } from './postEvents.js';
import type { Sent } from './Sent.js';

const BATCH = 50;

/** Rows by their status. */
export type Statuses = { accepted: number; duplicate: number; other: number };

/**
 * Sends events in full batches, books them, and counts the rows by their status; `other` should be none. Throws unless every
 * request is answered with 200.
 */
export async function postAll(
  url: string,
  shop: Shop,
  events: Iterable<Sent>,
  books: Books,
): Promise<Statuses> {
  const all = [...events];
  const statuses: Statuses = { accepted: 0, duplicate: 0, other: 0 };
  for (let from = 0; from < all.length; from += BATCH) {
    const batch = all.slice(from, from + BATCH);
    const { status, rows, message } = await postEvents(url, shop.key, batch);
    if (status !== 200 || rows.length !== batch.length) throw new Error(`${status} ${message}`);
    for (const event of batch) books.acknowledged.set(event.id, event);
    for (const { status } of rows)
      statuses[status === 'accepted' || status === 'duplicate' ? status : 'other']++;
  }
  return statuses;
}
