import type { AddressInfo } from 'node:net';
import { createShop } from './createShop.js';
import type { ShopOptions } from './ShopOptions.js';

/** A shop that is open. */
export interface RunningShop {
  /** Its origin: `http://localhost:4801`. */
  readonly url: string;
  /** Finishes what it is answering, then closes. */
  close(): Promise<void>;
}

const PATIENCE_MS = 1000;

/** Opens the shop on a port of this machine (0: any free one). Rejects with the system's error when the port is taken. */
export function startShop(options: ShopOptions & { readonly port: number }): Promise<RunningShop> {
  return new Promise((resolve, reject) => {
    const server = createShop(options).listen(options.port, '127.0.0.1', (error?: Error) => {
      if (error) return reject(error);
      const { port } = server.address() as AddressInfo;
      resolve({ url: `http://localhost:${port}`, close: () => close() });
    });
    const close = () =>
      new Promise<void>((done) => {
        server.close(() => done());
        server.closeIdleConnections();
        // Browsers keep a spare connection on which nothing was sent, and would hold this up for a minute.
        setTimeout(() => server.closeAllConnections(), PATIENCE_MS).unref();
      });
  });
}
