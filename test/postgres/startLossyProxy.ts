import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

/** Stands between a client and a server. */
export type LossyProxy = {
  port: number;
  /** Passes the next `COMMIT` on, and cuts the connection when the server has answered it; nobody hears of the answer. */
  loseNextCommit(): void;
  /** How many it has lost. */
  lost(): number;
  close(): Promise<void>;
};

/** As a statement of its own, and by the name under which it is prepared. */
const COMMITS = ['COMMIT\0', 'write.commit\0'];

/** Starts one on a free port of 127.0.0.1. */
export async function startLossyProxy(to: number): Promise<LossyProxy> {
  let isArmed = false;
  let lost = 0;
  const sockets = new Set<Socket>();
  const server = createServer((client) => {
    const upstream = connect(to, '127.0.0.1');
    let isLosing = false;
    for (const socket of [client, upstream]) {
      sockets.add(socket.on('error', () => {}));
      socket.on('close', () => {
        client.destroy();
        upstream.destroy();
      });
    }
    client.on('data', (data) => {
      if (isArmed && COMMITS.some((text) => data.includes(text))) {
        isArmed = false;
        isLosing = true;
      }
      upstream.write(data);
    });
    upstream.on('data', (data) => {
      if (!isLosing) client.write(data);
      else if (data.includes('COMMIT\0')) {
        lost++;
        client.destroy();
      }
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    loseNextCommit: () => {
      isArmed = true;
    },
    lost: () => lost,
    close: async () => {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}
