import { createServer } from 'node:net';
import { StartError } from './StartError.js';

/** Rejects with a `StartError` when something on this machine already listens on the port; `option` is what changes it. */
export async function requireFreePort(port: number, option: string): Promise<void> {
  // "localhost" may be either, and a browser takes whichever answers first.
  for (const host of ['127.0.0.1', '::1']) {
    if ((await listenError(port, host)) === 'EADDRINUSE') {
      throw new StartError(`Port ${port} is in use: stop what runs there, or choose another with ${option}.`);
    }
  }
}

function listenError(port: number, host: string): Promise<string | undefined> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', (error: NodeJS.ErrnoException) => resolve(error.code));
    server.listen(port, host, () => server.close(() => resolve(undefined)));
  });
}
