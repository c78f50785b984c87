import { once } from 'node:events';
import { type IncomingMessage, request } from 'node:http';
import { buffer } from 'node:stream/consumers';
import type { Field } from '../../field/world/Field.js';
import type { Asked, Contender } from './Contender.js';
import type { Reply } from './Reply.js';

/** Ours, before the real collector of a field. */
export function makeReftally({ shop, proxy }: Field, version: string): Contender {
  return {
    name: `Reftally ${version}`,
    path: '/reftally',
    tags: (server) => `<script defer src="${server}/r.js" data-site="${shop.siteKey}"></script>`,
    files: ['/r.js'],
    ready: 'window.reftally',
    buy: "(orderId) => window.reftally.track('purchase', { orderId, amount: '49.90', currency: 'EUR' })",
    canBuy: true,
    answer: (asked) => askCollector(proxy.targetPort, asked),
  };
}

async function askCollector(port: number, { method, url, headers, body }: Asked): Promise<Reply> {
  const inner = request({ host: '127.0.0.1', port, method, path: url, headers });
  inner.end(body);
  const [reply] = (await once(inner, 'response')) as [IncomingMessage];
  // The connection from the browser is this server's matter.
  const { connection: _, 'keep-alive': __, 'transfer-encoding': ___, ...rest } = reply.headers;
  return { status: reply.statusCode ?? 500, headers: rest as Reply['headers'], body: await buffer(reply) };
}
