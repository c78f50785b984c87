import { ADMIN_KEY } from '../../crash/support/ADMIN_KEY.js';
import { median } from '../median.js';

/** How long (ms) an answer took, from the request to its last byte; `rows` is how many lines it has. */
export type Timed = { median: number; worst: number; rows: number };

/** Asks for the same so many times, one after the other, after two that are not counted. */
export async function timeRequests(url: string, times: number): Promise<Timed> {
  const taken: number[] = [];
  let rows = 0;
  for (let time = -2; time < times; time++) {
    const begun = performance.now();
    const answer = await fetch(url, { headers: { authorization: `Bearer ${ADMIN_KEY}` } });
    const text = await answer.text();
    if (time >= 0) taken.push(performance.now() - begun);
    if (!answer.ok) throw new Error(`${url}: ${answer.status} ${text}`);
    rows = (JSON.parse(text) as { totals: unknown[] }).totals.length;
  }
  return { median: median(taken), worst: Math.max(...taken), rows };
}
