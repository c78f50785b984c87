import { once } from 'node:events';
import { createServer, type IncomingMessage, request, type Server, type ServerResponse } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Fault } from './Fault.js';
import { makeCertificate } from './makeCertificate.js';
import type { SeenRequest } from './SeenRequest.js';
import type { WireEvent } from './WireEvent.js';

/** Stands between the browsers and the real collector: writes down every request for `/e`, and lets it come to harm on command. */
export class FaultProxy {
  /** Every request for `/e`, whatever became of it. */
  readonly seen: SeenRequest[] = [];
  /** What happens to the next requests for `/e`, one each. */
  readonly next: Fault[] = [];
  /** What happens to a request for `/e` when `next` has nothing for it. */
  rule: (seen: SeenRequest) => Fault | undefined = () => undefined;
  /** Resets every connection, whatever it asks for. */
  isDown = false;
  /** How long a request is under way (ms): one whose connection ends before is lost, as on a line that still has to be opened. */
  latencyMs = 0;
  /** Where the collector listens. */
  targetPort = 0;
  readonly port: number;
  /** The port for `https`. */
  readonly securePort: number;
  readonly #servers: readonly Server[];

  private constructor(servers: readonly [Server, Server]) {
    this.#servers = servers;
    [this.port, this.securePort] = servers.map((server) => (server.address() as AddressInfo).port) as [
      number,
      number,
    ];
    for (const server of servers) {
      server.on('request', (req: IncomingMessage, res: ServerResponse) => {
        // A browser that goes away amid a request is what these tests are about.
        this.#take(req, res).catch(() => res.destroy());
      });
    }
  }

  /** Starts a proxy on two free ports of this machine. */
  static async start(): Promise<FaultProxy> {
    const servers = [createServer(), createSecureServer(makeCertificate('collector.test'))] as const;
    for (const server of servers) await once(server.listen(0, '127.0.0.1'), 'listening');
    return new FaultProxy([...servers]);
  }

  /** Events that were on the wire, those of lost and repeated requests included. */
  sent(name?: string): WireEvent[] {
    return this.seen.flatMap(({ events }) => events).filter(({ n }) => name === undefined || n === name);
  }

  async close(): Promise<void> {
    for (const server of this.#servers) {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    }
  }

  async #take(req: IncomingMessage, res: ServerResponse): Promise<void> {
    if (this.isDown) return void req.socket.resetAndDestroy();
    if (this.latencyMs > 0) {
      res.setHeader('Connection', 'close');
      await sleep(this.latencyMs);
      if (req.socket.destroyed || !req.socket.writable) return;
    }
    const body = await buffer(req);
    if (!/^\/e(\?|$)/.test(req.url ?? '')) return this.#forward(req, body, res);
    const seen = describe(req, body);
    this.seen.push(seen);
    await this.#suffer(this.next.shift() ?? this.rule(seen), req, body, res);
  }

  async #suffer(fault: Fault | undefined, req: IncomingMessage, body: Buffer, res: ServerResponse) {
    if (fault?.kind === 'reset') return void req.socket.resetAndDestroy();
    if (fault?.kind === 'answer') return answer(res, fault.status, { ...fault.headers }, req.headers.origin);
    if (fault?.kind === 'delay') await sleep(fault.ms);
    await this.#forward(req, body, fault?.kind === 'drop-reply' ? undefined : res);
    if (fault?.kind === 'drop-reply') req.socket.resetAndDestroy();
  }

  /** Hands a request to the collector; without `res` its reply is read and thrown away. */
  async #forward(req: IncomingMessage, body: Buffer, res: ServerResponse | undefined): Promise<void> {
    const { method, url, headers } = req;
    const inner = request({ host: '127.0.0.1', port: this.targetPort, method, path: url, headers });
    inner.end(body);
    const [reply] = (await once(inner, 'response')) as [IncomingMessage];
    const content = await buffer(reply);
    res?.writeHead(reply.statusCode ?? 500, reply.headers).end(content);
  }
}

/** Answers as the collector does: every page may read what was wrong. */
function answer(res: ServerResponse, status: number, headers: Record<string, string>, origin = '*'): void {
  res.writeHead(status, {
    'Content-Type': 'application/json',
    'Access-Control-Allow-Origin': origin,
    'Access-Control-Expose-Headers': 'Retry-After',
    ...headers,
  });
  res.end(
    status === 204 ? undefined : JSON.stringify({ error: { code: `fault-${status}`, message: 'No.' } }),
  );
}

function describe({ method, url, headers }: IncomingMessage, body: Buffer): SeenRequest {
  const text = body.toString();
  return {
    method: method ?? '',
    url: url ?? '',
    type: headers['content-type'] ?? '',
    cookie: headers.cookie ?? '',
    origin: headers.origin ?? '',
    referrer: headers.referer ?? '',
    body: text,
    at: Date.now(),
    events: eventsIn(text),
  };
}

function eventsIn(text: string): WireEvent[] {
  try {
    return JSON.parse(text).e ?? [];
  } catch {
    return [];
  }
}
