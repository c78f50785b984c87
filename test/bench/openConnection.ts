import { connect } from 'node:net';

const HEAD_END = '\r\n\r\n';

/** A whole answer. */
export type RawAnswer = { status: number; body: Buffer };

/** One kept-alive connection: `send` writes one request; the next is due after its answer. */
export type Connection = { send(request: string): void; close(): void };

/**
 * A bare HTTP/1.1 client for one request at a time. A general client spends more on a request than the server that is to be measured, and
 * would be the limit on two cores. Answers must have a Content-Length. `onClose` gets what went wrong, if anything did.
 */
export function openConnection(
  port: number,
  onAnswer: (answer: RawAnswer) => void,
  onClose: (problem?: string) => void,
): Promise<Connection> {
  return new Promise((resolve, reject) => {
    const socket = connect({ port, host: '127.0.0.1', noDelay: true });
    let pending: Buffer | undefined;
    socket.once('connect', () =>
      resolve({ send: (request) => socket.write(request, 'latin1'), close: () => socket.destroy() }),
    );
    socket.on('data', (chunk) => {
      const received = pending ? Buffer.concat([pending, chunk]) : chunk;
      const answer = readAnswer(received);
      pending = answer ? undefined : received;
      if (answer) onAnswer(answer);
    });
    socket.once('error', (error) => {
      reject(error);
      onClose(error.message);
    });
    socket.once('close', () => onClose());
  });
}

function readAnswer(received: Buffer): RawAnswer | undefined {
  const headEnd = received.indexOf(HEAD_END, 0, 'latin1');
  if (headEnd < 0) return undefined;
  const head = received.toString('latin1', 0, headEnd);
  const length = /\ncontent-length: *(\d+)/i.exec(head)?.[1];
  if (length === undefined) throw new Error(`an answer without Content-Length: ${head}`);
  const body = received.subarray(headEnd + HEAD_END.length);
  if (body.length < Number(length)) return undefined;
  return { status: Number(head.slice(9, 12)), body };
}
