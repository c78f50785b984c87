import { readFileSync } from 'node:fs';
import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';

/** One event as it came over the wire. */
export interface Arrived {
  id: string;
  n: string;
  t: number;
  u?: string;
  r?: string;
  a?: { v?: string; t: [string, number][] };
  c?: string;
  p?: { [name: string]: unknown };
}

/** One request as the collector saw it. */
export interface Seen {
  method: string;
  type: string;
  cookie: string;
  body: string;
  events: Arrived[];
}

/** A collector that writes down what it gets, and answers as it is told. */
export interface Collector {
  origin: string;
  seen: Seen[];
  events(name?: string): Arrived[];
  /** The next answers, before it goes back to accepting. */
  next: ((response: ServerResponse, request: Seen) => void)[];
  close(): void;
}

const script = readFileSync(new URL('../dist/r.js', import.meta.url));

function listen(server: Server): Promise<string> {
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () =>
      resolve(`http://127.0.0.1:${(server.address() as AddressInfo).port}`),
    );
  });
}

/** Answers as the real collector does: a row for each event, duplicates by id. */
export function accept(response: ServerResponse, { events }: Seen, known = new Set<string>()): void {
  const r = events.map(({ id }) => {
    const status = known.has(id) ? 'duplicate' : 'accepted';
    known.add(id);
    return { id, status, partner: 'p1' };
  });
  response.writeHead(200, {
    'Access-Control-Allow-Origin': '*',
    'Access-Control-Expose-Headers': 'Retry-After',
  });
  response.end(JSON.stringify({ r }));
}

/** An answer with a status and headers of its own. */
export const answer =
  (status: number, headers: { [name: string]: string } = {}) =>
  (response: ServerResponse): void => {
    response.writeHead(status, {
      'Access-Control-Allow-Origin': '*',
      'Access-Control-Expose-Headers': 'Retry-After',
      ...headers,
    });
    response.end(JSON.stringify({ error: { code: `code-${status}`, message: 'No.' } }));
  };

export async function startCollector(): Promise<Collector> {
  const seen: Seen[] = [];
  const known = new Set<string>();
  const next: Collector['next'] = [];
  const server = createServer(async (request, response) => {
    if (request.url === '/r.js') {
      response.writeHead(200, { 'Content-Type': 'text/javascript' });
      response.end(script);
      return;
    }
    let body = '';
    for await (const chunk of request) body += chunk;
    const events = body ? (JSON.parse(body).e as Arrived[]) : [];
    const { 'content-type': type = '', cookie = '' } = request.headers;
    const arrived = { method: request.method ?? '', type, cookie, body, events };
    seen.push(arrived);
    const told = next.shift();
    if (told) told(response, arrived);
    else accept(response, arrived, known);
  });
  return {
    origin: await listen(server),
    seen,
    next,
    events: (name) => seen.flatMap(({ events }) => events).filter(({ n }) => !name || n === name),
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

/** A shop: every path is a page with the script and a link; `/frame` holds one in a sandbox. */
export async function startShop(tag: () => string): Promise<{ origin: string; close(): void }> {
  const server = createServer((request, response) => {
    const page = `<!doctype html><title>Shop</title><link rel="icon" href="data:,">${tag()}<a id="next" href="/next">next</a>`;
    response.writeHead(200, { 'Content-Type': 'text/html', 'Cache-Control': 'max-age=60' });
    if (request.url === '/plain') response.end('<title>Plain</title><link rel="icon" href="data:,">');
    else if (request.url === '/frame')
      response.end(`<iframe sandbox="allow-scripts" src="/inside?ref=bob"></iframe>`);
    else response.end(page);
  });
  return {
    origin: await listen(server),
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

export function launch(): Promise<Browser> {
  const args = '--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking';
  return chromium.launch({
    executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
    args: [
      ...args.split(' '),
      '--disable-component-update',
      '--disable-sync',
      '--host-resolver-rules=MAP * 127.0.0.1',
    ],
    ignoreDefaultArgs: ['--disable-back-forward-cache'],
  });
}

/** Waits until something holds, at most 8 s; says what did not. */
export async function until(what: string, holds: () => unknown): Promise<void> {
  for (let i = 0; i < 400; i++) {
    if (await holds()) return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error(`never: ${what}`);
}

/** Adds latency, so that nothing can arrive before the page is gone by luck. */
export async function slow(context: BrowserContext, page: Page, latency = 300): Promise<void> {
  const session = await context.newCDPSession(page);
  await session.send('Network.emulateNetworkConditions', {
    offline: false,
    latency,
    downloadThroughput: -1,
    uploadThroughput: -1,
  });
}
