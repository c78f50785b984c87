import { mkdtempSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Collector } from './support/Collector.js';
import { createShop, type Shop } from './support/createShop.js';
import type { Row } from './support/postEvents.js';
import { readTotals } from './support/readTotals.js';
import { startCollector } from './support/startCollector.js';

const CONNECTIONS = 10;
const EACH = 5;

let testNumber = 0;
let folder = '';
let collector: Collector;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'reftally-order-'));
  collector = await startCollector({ folder });
});
afterAll(async () => {
  await collector.stop('SIGKILL');
  rmSync(folder, { recursive: true });
});

const cases = (['last', 'first'] as const).flatMap((model) => [
  { model, ids: 'one event id', idOf: () => 'the-event' },
  { model, ids: 'an event id each', idOf: (post: number) => `event-${post}` },
]);

test.each(cases)(
  '50 parallel posts of one order from 10 connections ($model touch, $ids): one purchase, 50 equal answers',
  async ({ model, idOf }) => {
    const { url, port } = collector;
    const shop = await createShop(url, 2, { id: `shop-${testNumber++}`, policy: { model } });
    const bodies = Array.from({ length: CONNECTIONS * EACH }, (_, post) => purchase(shop, idOf(post)));
    const rows = await pipeline(port, bodies);

    const winner = shop.partners[model === 'last' ? 1 : 0]?.id;
    expect(rows.map(({ id }) => id)).toEqual(bodies.map((_, post) => idOf(post)));
    expect(rows.map(({ status }) => status).sort()).toEqual(['accepted', ...Array(49).fill('duplicate')]);
    expect(new Set(rows.map(({ id: _, status: __, ...rest }) => JSON.stringify(rest)))).toEqual(
      new Set([JSON.stringify({ partner: winner })]),
    );
    const totals = await readTotals(url, shop.site);
    expect(totals.get(winner ?? '')).toMatchObject({ purchases: 1, revenue: { EUR: 4999 } });
    expect([...totals.values()].reduce((sum, { purchases }) => sum + purchases, 0)).toBe(1);
  },
);

function purchase(shop: Shop, id: string): string {
  const now = Date.now();
  const t = shop.partners.map(({ code }, index) => [code, now - 7_200_000 + index * 3_600_000]);
  const p = { orderId: 'the-order', amount: '49.99', currency: 'EUR' };
  return JSON.stringify({
    v: 1,
    k: shop.key,
    s: now,
    e: [{ id, n: 'purchase', t: now, a: { v: 'visitor-1', t }, p }],
  });
}

/** Writes all requests at once, five down each connection without waiting for an answer, which no `fetch` would do. Rows in the order of the bodies. */
async function pipeline(port: number, bodies: string[]): Promise<Row[]> {
  const shares = Array.from({ length: CONNECTIONS }, (_, i) => bodies.slice(i * EACH, (i + 1) * EACH));
  const answers = await Promise.all(shares.map((share) => exchange(port, share)));
  return answers.flat();
}

function exchange(port: number, bodies: string[]): Promise<Row[]> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => socket.write(bodies.map(requestOf).join('')));
    let received = '';
    socket.on('data', (chunk) => {
      received += chunk;
      const rows = [...received.matchAll(/\{"r":\[(\{.*?\})\]\}/g)].map(
        ([, row = '']) => JSON.parse(row) as Row,
      );
      if (rows.length < bodies.length) return;
      socket.destroy();
      resolve(rows);
    });
    socket.once('error', reject);
    socket.once('close', () => reject(new Error(`closed after ${received}`)));
  });
}

function requestOf(body: string): string {
  return `POST /e HTTP/1.1\r\nHost: 127.0.0.1\r\nOrigin: https://shop.example\r\nContent-Length: ${body.length}\r\n\r\n${body}`;
}
