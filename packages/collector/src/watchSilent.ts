import type { Server } from 'node:http';
import type { Socket } from 'node:net';

/**
 * Browsers keep a spare connection on which nothing was sent yet; to node it is neither idle nor busy, and would keep a server from
 * closing for a minute. Returns what ends those.
 */
export function watchSilent(server: Server): () => void {
  const sockets = new Set<Socket>();
  server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });
  return () => {
    for (const socket of sockets) if (socket.bytesRead === 0) socket.destroy();
  };
}
