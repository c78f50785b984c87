import { once } from 'node:events';
import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';

/** A way out for a browser that cannot be told where host names lead: a proxy for which all of them lead to this machine. */
export interface Gateway {
  readonly port: number;
  /** Takes the network away: every connection is reset. */
  isOpen: boolean;
  close(): Promise<void>;
}

/** Starts a gateway on a free port. What the browser breaks off is broken off behind it, too. */
export async function startGateway(): Promise<Gateway> {
  const server = createServer((req, res) => {
    if (gateway.isOpen) forward(req, res);
    else req.socket.resetAndDestroy();
  });
  server.on('connect', (req: IncomingMessage, socket: Socket) => {
    if (gateway.isOpen) tunnel(req, socket);
    else socket.resetAndDestroy();
  });
  // Tunnels too, which the server no longer counts among its own.
  const sockets = new Set<Socket>();
  server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const gateway: Gateway = {
    port: (server.address() as AddressInfo).port,
    isOpen: true,
    close: async () => {
      server.close();
      for (const socket of sockets) socket.destroy();
      await once(server, 'close');
    },
  };
  return gateway;
}

function forward(req: IncomingMessage, res: ServerResponse): void {
  const { port, pathname, search } = new URL(req.url ?? '');
  const { method, headers } = req;
  const inner = request({ host: '127.0.0.1', port, method, path: pathname + search, headers });
  inner.on('response', (reply) => {
    res.writeHead(reply.statusCode ?? 502, reply.headers);
    reply.pipe(res);
  });
  inner.on('error', () => req.socket.resetAndDestroy());
  res.on('close', () => inner.destroy());
  req.pipe(inner);
}

function tunnel(req: IncomingMessage, socket: Socket): void {
  const inner = connect(Number(req.url?.split(':')[1]), '127.0.0.1', () => {
    socket.write('HTTP/1.1 200 OK\r\n\r\n');
    inner.pipe(socket).pipe(inner);
  });
  inner.on('error', () => socket.destroy());
  socket.on('error', () => inner.destroy());
}
