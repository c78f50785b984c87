import { get } from 'node:http';
import { ADMIN_KEY } from '../../crash/support/ADMIN_KEY.js';
import { median } from '../median.js';

/** How long (ms) an answer took, from the request to its last byte; `rows` is how many lines it has. */
export type Timed = { median: number; worst: number; rows: number };

type Asked = { ms: number; status: number; text: string };

/** Asks for the same so many times, one after the other, after two that are not counted. */
export async function timeRequests(url: string, times: number): Promise<Timed> {
  const taken: number[] = [];
  let rows = 0;
  for (let time = -2; time < times; time++) {
    const { ms, status, text } = await ask(url);
    if (status !== 200) throw new Error(`${url}: ${status} ${text}`);
    if (time >= 0) taken.push(ms);
    rows = (JSON.parse(text) as { totals: unknown[] }).totals.length;
  }
  return { median: median(taken), worst: Math.max(...taken), rows };
}

/** Not `fetch`, whose streams and text would be a part of the time. */
function ask(url: string): Promise<Asked> {
  return new Promise((resolve, reject) => {
    const begun = performance.now();
    const request = get(url, { headers: { authorization: `Bearer ${ADMIN_KEY}` } }, (answer) => {
      const chunks: Buffer[] = [];
      answer.on('data', (chunk: Buffer) => chunks.push(chunk));
      answer.on('error', reject);
      answer.on('end', () => {
        const ms = performance.now() - begun;
        resolve({ ms, status: answer.statusCode ?? 0, text: Buffer.concat(chunks).toString() });
      });
    });
    request.on('error', reject);
  });
}
