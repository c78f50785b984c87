import type { Books } from './Books.js';
import type { Shop } from './createShop.js';
import { postEvents } from './postEvents.js';
import type { Sent } from './Sent.js';

/** Load that runs; `stop` resolves when every request has its answer or its broken connection. */
export type Load = { stop(): Promise<void>; statuses: Record<number, number> };

type Options = { connections: number; nextEvent: () => Sent; random: () => number; books: Books };

/** Posts single events, batches, and the same events twice at a time, from many connections at once. A broken connection ends its loop. */
export function startLoad(url: string, shop: Shop, { connections, nextEvent, random, books }: Options): Load {
  const run = { isOn: true };
  const statuses: Record<number, number> = {};

  async function post(events: readonly Sent[]): Promise<void> {
    for (const event of events) books.sent.set(event.id, event);
    const { status, rows } = await postEvents(url, shop.key, events);
    statuses[status] = (statuses[status] ?? 0) + 1;
    for (const [index, row] of rows.entries()) {
      const event = events[index];
      if (event?.id !== row.id) throw new Error(`row ${index} is of ${row.id}, not of ${event?.id}`);
      if (row.status === 'accepted' || row.status === 'duplicate') books.acknowledged.set(event.id, event);
    }
  }

  async function drive(): Promise<void> {
    while (run.isOn) {
      const size = random() < 0.7 ? 1 : 2 + Math.floor(random() * 49);
      const events = Array.from({ length: size }, nextEvent);
      const copies = random() < 0.15 ? 2 : 1;
      const answers = await Promise.allSettled(Array.from({ length: copies }, () => post(events)));
      const failed = answers.find((answer) => answer.status === 'rejected');
      if (failed && !isBroken(failed.reason)) throw failed.reason;
      if (failed) return;
    }
  }

  const driving = Promise.all(Array.from({ length: connections }, drive));
  driving.catch(() => undefined);
  return {
    statuses,
    async stop() {
      run.isOn = false;
      await driving;
    },
  };
}

/** What `fetch` rejects with when the other side is gone, before or amid the answer; anything else is a bug. */
function isBroken(reason: unknown): boolean {
  if (reason instanceof DOMException && reason.name === 'TimeoutError') return true;
  return reason instanceof TypeError && /^(fetch failed|terminated)/.test(reason.message);
}
