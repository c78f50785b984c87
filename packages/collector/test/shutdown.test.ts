import { mkdtemp, rm } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { startCollector } from '../src/startCollector.js';
import { ADMIN_KEY, type Json } from './testCollector.js';

const headers = { authorization: `Bearer ${ADMIN_KEY}` };
const site = {
  id: 'shop',
  origins: ['https://shop.example'],
  landingUrl: 'https://shop.example/',
  currencies: ['EUR'],
};

async function withFolder(
  work: (start: () => ReturnType<typeof startCollector>) => Promise<void>,
): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'reftally-stop-'));
  try {
    await work(() =>
      startCollector({
        store: `file:${folder}`,
        port: 0,
        adminKey: ADMIN_KEY,
        rateLimit: 0,
        logLevel: 'silent',
      }),
    );
  } finally {
    await rm(folder, { recursive: true });
  }
}

test('stopped under load: whoever got an answer finds their order after the restart, once', async () => {
  await withFolder(async (start) => {
    const first = await start();
    const added: Json = await (
      await fetch(`${first.url}/api/v1/sites`, { method: 'POST', headers, body: JSON.stringify(site) })
    ).json();
    const acknowledged: string[] = [];
    let stopped = false;
    const client = async (name: string) => {
      for (let n = 0; !stopped; n += 1) {
        const order = `${name}-${n}`;
        const e = [
          { id: order, n: 'purchase', t: Date.now(), p: { orderId: order, amount: '1', currency: 'EUR' } },
        ];
        const body = JSON.stringify({ v: 1, k: added.publicKey, s: Date.now(), e });
        const answer = await fetch(`${first.url}/e`, { method: 'POST', body }).catch(() => undefined);
        const rows: Json = await answer?.json().catch(() => undefined);
        if (rows?.r?.[0].status === 'accepted') acknowledged.push(order);
        else stopped = true;
      }
    };
    const clients = Array.from({ length: 16 }, (_, n) => client(`c${n}`));
    while (acknowledged.length < 100) await new Promise((resolve) => setTimeout(resolve, 10));
    const begun = Date.now();
    await first.close();
    expect(Date.now() - begun).toBeLessThan(5_000);
    stopped = true;
    await Promise.all(clients);

    const second = await start();
    const orders: string[] = [];
    let cursor = '';
    do {
      const page: Json = await (
        await fetch(`${second.url}/api/v1/conversions?limit=500${cursor}`, { headers })
      ).json();
      orders.push(...page.conversions.map((row: Json) => row.orderId));
      cursor = page.nextCursor === undefined ? '' : `&cursor=${encodeURIComponent(page.nextCursor)}`;
    } while (cursor);
    await second.close();
    expect(new Set(orders).size).toBe(orders.length);
    for (const order of acknowledged) expect(orders).toContain(order);
  });
});

test('a request that is under way is answered, a new connection is not taken', async () => {
  await withFolder(async (start) => {
    const collector = await start();
    const body = '{"v":1,"k":"nobody","s":1,"e":[1]}';
    const socket = connect(collector.port, '127.0.0.1');
    let answer = '';
    socket.on('data', (chunk) => {
      answer += String(chunk);
    });
    const ended = new Promise((resolve) => socket.on('close', resolve));
    socket.write(`POST /e HTTP/1.1\r\nHost: x\r\nContent-Length: ${body.length}\r\n\r\n${body.slice(0, 9)}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
    const closed = collector.close();
    await expect(fetch(`${collector.url}/healthz`)).rejects.toThrow();
    socket.write(body.slice(9));
    await Promise.all([closed, ended]);
    expect(answer).toContain('HTTP/1.1 401');
    expect(answer.toLowerCase()).toContain('connection: close');
  });
});

test('closing twice is closing once', async () => {
  await withFolder(async (start) => {
    const collector = await start();
    await Promise.all([collector.close(), collector.close()]);
  });
});

test('a browser’s spare connection, on which nothing was sent, does not hold it up', async () => {
  await withFolder(async (start) => {
    const collector = await start();
    const spare = connect(collector.port, '127.0.0.1');
    const ended = new Promise((resolve) => spare.once('close', resolve));
    await new Promise((resolve) => spare.once('connect', resolve));
    await fetch(`${collector.url}/healthz`); // By now the spare one has been accepted.
    const begun = Date.now();
    await collector.close();
    expect(Date.now() - begun).toBeLessThan(5_000);
    await ended;
  });
});
