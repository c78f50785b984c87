import { createServer, type Server } from 'node:http';
import { StartError } from '@reftally/store';
import type { Handler } from './collect/createCollect.js';
import { Incoming } from './http/Incoming.js';
import { writeInOnePiece } from './http/writeInOnePiece.js';

const REQUEST_MS = 30_000;
/** Longer than the idle time of the usual proxies, so that they close first and never send into a closed connection. */
const IDLE_MS = 65_000;

/** Starts the HTTP server; a `StartError` says in one sentence why it cannot. */
export function listen(handler: Handler, { host, port }: { host: string; port: number }): Promise<Server> {
  const settings = { IncomingMessage: Incoming, requestTimeout: REQUEST_MS, keepAliveTimeout: IDLE_MS };
  const server = createServer(settings, handler);
  server.on('connection', writeInOnePiece);
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      reject(new StartError(sentence(error, host, port))),
    );
    server.listen(port, host, () => resolve(server));
  });
}

function sentence({ code, message }: NodeJS.ErrnoException, host: string, port: number): string {
  switch (code) {
    case 'EADDRINUSE':
      return `Port ${port} on ${host} is in use: stop what listens there, or choose another with --port.`;
    case 'EACCES':
      return `Port ${port} needs more rights than this user has: choose one above 1023 with --port.`;
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return `This machine has no address ${host}: choose another with --host.`;
    default:
      return `The collector cannot listen on ${host}:${port}: ${message}.`;
  }
}
