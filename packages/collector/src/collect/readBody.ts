import { HttpError } from '../http/HttpError.js';
import type { Incoming } from '../http/Incoming.js';

/** How much of a refused body is read on: closing at once would reset the connection before the client has read the answer. */
const MAX_DRAIN = 1024 * 1024;

/** Collects the body of a request; 413 as soon as it is known to be longer than `limit` bytes. To be called before the handler returns. */
export function readBody(req: Incoming, limit: number): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    let pieces: Buffer[] = [];
    let length = 0;
    const refuse = () => {
      req.read(0); // Or Node would drop what still comes, without end, when the answer is out.
      reject(tooLarge(limit));
    };
    if (Number(req.headers['content-length']) > limit) refuse();
    req.takeBody((piece) => {
      if (piece !== null) {
        length += piece.length;
        if (length <= limit) pieces.push(piece);
        else refuse();
        if (length > limit + MAX_DRAIN) req.destroy();
        return;
      }
      resolve(pieces.length === 1 && pieces[0] ? pieces[0] : Buffer.concat(pieces));
      pieces = []; // The request lives on until it is answered, and its body need not.
    });
    // A connection that breaks is no error of ours: with nobody to hear of the error, it is just closed.
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
