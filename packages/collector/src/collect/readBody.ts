import type { IncomingMessage } from 'node:http';
import { HttpError } from '../http/HttpError.js';

/** How much of a refused body is read on: closing at once would reset the connection before the client has read the answer. */
const MAX_DRAIN = 1024 * 1024;

/** Collects the body of a request; 413 as soon as it is known to be longer than `limit` bytes. */
export function readBody(req: IncomingMessage, limit: number): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let length = 0;
    const refuse = () => {
      req.removeAllListeners('data');
      drain(req);
      reject(tooLarge(limit));
    };
    if (Number(req.headers['content-length']) > limit) return refuse();
    req.on('data', (chunk: Buffer) => {
      length += chunk.length;
      if (length > limit) return refuse();
      chunks.push(chunk);
    });
    req.on('end', () => {
      resolve(chunks.length === 1 && chunks[0] ? chunks[0] : Buffer.concat(chunks));
      chunks.length = 0; // The request lives on until it is answered, and its body need not.
    });
    req.on('error', reject);
    req.on('close', () => {
      if (!req.complete) reject(new HttpError(400, 'aborted', 'The request ended before its body did.'));
    });
  });
}

function tooLarge(limit: number): HttpError {
  return new HttpError(
    413,
    'too-large',
    `A request may have at most ${limit} bytes; send fewer events at a time.`,
  );
}

function drain(req: IncomingMessage): void {
  let length = 0;
  req.on('data', (chunk: Buffer) => {
    length += chunk.length;
    if (length > MAX_DRAIN) req.destroy();
  });
}
