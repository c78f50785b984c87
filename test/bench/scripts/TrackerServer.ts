import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Contender } from './Contender.js';
import { ordersIn } from './ordersIn.js';
import type { Reply } from './Reply.js';

/** What a contender reports to: answers as its real server would, however far away it is, and writes down what arrives. */
export class TrackerServer {
  /** How long a request is under way (ms): one whose connection ends before is lost, as on a line that still has to be opened. */
  latencyMs = 0;
  /** Resets every connection. */
  isDown = false;
  /** Whether the first request with an order is answered 503. */
  refusesFirst = false;
  /** Method and path of every request that got here. */
  readonly requests: string[] = [];
  /** How often each order was accepted. */
  readonly arrived = new Map<string, number>();
  readonly origin: string;
  readonly #refused = new Set<string>();
  readonly #server: Server;
  readonly #contender: Contender;

  private constructor(server: Server, contender: Contender) {
    this.#server = server;
    this.#contender = contender;
    this.origin = `http://tracker.test:${(server.address() as AddressInfo).port}`;
    server.on('request', (req: IncomingMessage, res: ServerResponse) => {
      // A browser that goes away amid a request is what is measured.
      this.#take(req, res).catch(() => res.destroy());
    });
  }

  /** Starts a contender's server on a free port of this machine; browsers have to be told where `tracker.test` is. */
  static async start(contender: Contender): Promise<TrackerServer> {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    return new TrackerServer(server, contender);
  }

  async close(): Promise<void> {
    this.#server.close();
    this.#server.closeAllConnections();
    await once(this.#server, 'close');
  }

  async #take(req: IncomingMessage, res: ServerResponse): Promise<void> {
    const { method = '', url = '' } = req;
    if (this.isDown) return void req.socket.resetAndDestroy();
    if (this.latencyMs > 0) {
      res.setHeader('Connection', 'close');
      await sleep(this.latencyMs);
      if (req.socket.destroyed || !req.socket.writable) return;
    }
    const body = await buffer(req);
    this.requests.push(`${method} ${url.split('?')[0]}`);
    const orders = ordersIn(body);
    const { status, headers, body: content } = await this.#reply(req, body, orders);
    if (status < 300) for (const order of orders) this.arrived.set(order, (this.arrived.get(order) ?? 0) + 1);
    res.writeHead(status, { ...corsFor(req), ...headers }).end(content);
  }

  async #reply(req: IncomingMessage, body: Buffer, orders: readonly string[]): Promise<Reply> {
    const { method = '', url = '', headers } = req;
    const isNew = orders.some((order) => !this.#refused.has(order));
    for (const order of orders) this.#refused.add(order);
    if (this.refusesFirst && isNew) return { status: 503, headers: {}, body: '' };
    const asked = { method, url, headers: headers as Record<string, string>, body };
    const reply = await this.#contender.answer(asked);
    if (reply) return reply;
    return method === 'OPTIONS'
      ? { status: 204, headers: {}, body: '' }
      : { status: 404, headers: {}, body: '' };
  }
}

/** Any page may ask anything, and read the answer. In small letters, as a collector's own headers are, which go before these. */
function corsFor({ headers }: IncomingMessage): Record<string, string> {
  return {
    'access-control-allow-origin': headers.origin ?? '*',
    'access-control-allow-credentials': 'true',
    'access-control-allow-methods': 'GET, POST',
    'access-control-allow-headers': headers['access-control-request-headers'] ?? '',
    'cache-control': 'no-cache',
  };
}
