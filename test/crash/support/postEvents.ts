import type { Sent } from './Sent.js';

/** One row of the answer to `POST /e`. */
export type Row = { id: string; status: string; reason?: string; partner?: string };

/** What came back: the rows when the status is 200. */
export type Posted = { status: number; retryAfter: string | null; rows: Row[]; message: string };

const PATIENCE_MS = 20_000;

/** Sends events as the script does; rejects when the connection breaks before the whole answer is there. */
export async function postEvents(url: string, key: string, events: readonly Sent[]): Promise<Posted> {
  const now = Date.now();
  const e = events.map(({ wire }) => ({
    ...wire,
    t: now,
    u: 'https://shop.example/cart',
    r: 'https://blog.example/',
  }));
  const response = await fetch(`${url}/e`, {
    method: 'POST',
    headers: { origin: 'https://shop.example' },
    // A connection that is being handed to a worker that is killed is never answered and never closed.
    signal: AbortSignal.timeout(PATIENCE_MS),
    body: JSON.stringify({ v: 1, k: key, s: now, e }),
  });
  const body = (await response.json()) as { r?: Row[]; error?: { message: string } };
  return {
    status: response.status,
    retryAfter: response.headers.get('retry-after'),
    rows: body.r ?? [],
    message: body.error?.message ?? '',
  };
}
