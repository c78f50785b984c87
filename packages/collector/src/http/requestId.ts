import { randomBytes } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

const run = randomBytes(4).toString('hex');
let count = 0;

/** Names a request in the log and in its answer: what the proxy in front called it, or a number of this process. */
export function requestId(req: IncomingMessage): string {
  const given = req.headers['x-request-id'];
  if (typeof given === 'string' && /^[\w.-]{1,64}$/.test(given)) return given;
  count += 1;
  return `${run}-${count.toString(36)}`;
}
