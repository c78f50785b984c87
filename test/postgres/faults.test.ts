import type { Purchase } from '@reftally/core';
import { PostgresStore, type Store, UnavailableError } from '@reftally/store';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { addAlice, NOON, samples } from '../contract/samples.js';
import { chainProblems } from './chainProblems.js';
import type { PostgresServer } from './PostgresServer.js';
import { type LossyProxy, startLossyProxy } from './startLossyProxy.js';
import { startPostgres } from './startPostgres.js';
import { useTablespace } from './useTablespace.js';

const touches = [{ code: 'ALICE', at: NOON }];

describe('when the database fails', () => {
  let server: PostgresServer;
  let url: string;
  let store: Store;
  beforeAll(async () => {
    server = await startPostgres({ version: 18 });
  });
  afterAll(() => server.stop());
  beforeEach(async () => {
    url = await server.createDatabase();
    store = await PostgresStore.open({ url, warn: () => {} });
  });
  afterEach(() => store.close());

  it.each<[string, number, () => Promise<void>]>([
    ['is killed with SIGKILL and started again', 3, restart],
    [
      'cuts all connections',
      8,
      () => ask(url, 'SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid <> pg_backend_pid()'),
    ],
  ])(
    'because it %s under load, each event counts once and none that was acknowledged is lost',
    async (_, times, fail) => {
      const { site } = await addAlice(store);
      const sent = new Map<string, Purchase>();
      const told: string[] = [];
      let isOver = false;
      const sender = async () => {
        while (!isOver) {
          const sale = samples.purchase(site, { touches });
          sent.set(sale.id, sale);
          for (let status = ''; status === ''; ) {
            const [row] = await store.record(site, [sale], NOON).catch((problem) => {
              expect(problem).toBeInstanceOf(UnavailableError);
              return new Promise<never[]>((resolve) => setTimeout(() => resolve([]), 20));
            });
            status = row?.status ?? '';
          }
          told.push(sale.id);
        }
      };
      const senders = Array.from({ length: 20 }, sender);
      for (let time = 0; time < times; time++) {
        const before = told.length;
        await expect.poll(() => told.length, { timeout: 20_000 }).toBeGreaterThan(before + 100);
        await fail();
      }
      const before = told.length;
      await expect.poll(() => told.length, { timeout: 20_000 }).toBeGreaterThan(before + 100);
      isOver = true;
      await Promise.all(senders);

      expect(told).toHaveLength(sent.size);
      const query = { site, from: '2026-01-01', to: '2026-12-31', interval: 'total', now: NOON } as const;
      const [row] = (await store.totals(query)).rows;
      expect(row?.counts).toMatchObject({ purchases: sent.size, revenue: { EUR: sent.size * 10_000 } });
      expect(row?.commission.held).toEqual([{ currency: 'EUR', minor: sent.size * 1_000 }]);
      const { conversions, changed } = await store.replay({ site, policy: {} });
      expect({ conversions, changed }).toEqual({ conversions: sent.size, changed: 0 });
      expect(await chainProblems(store, site)).toEqual([]);
    },
  );

  it('because its disk is full, writes are refused, reads are not, and it goes on when there is room', async (test) => {
    const disk = useTablespace(64);
    if (!disk) return test.skip('this process may not mount a disk');
    await ask(server.url('postgres'), `CREATE TABLESPACE small LOCATION '${disk.folder}'`);
    await store.close();
    await ask(
      server.url('postgres'),
      `ALTER DATABASE ${new URL(url).pathname.slice(1)} SET TABLESPACE small`,
    );
    store = await PostgresStore.open({ url, warn: () => {} });
    onTestFinished(() => server.dropDatabase(url));
    const { site } = await addAlice(store);
    const sales: Purchase[] = [];
    const sell = (): Promise<boolean> => {
      const sale = samples.purchase(site, { touches, props: { note: 'x'.repeat(1_000) } });
      sales.push(sale);
      return store.record(site, [sale], NOON).then(
        () => true,
        (problem) => {
          expect(problem).toBeInstanceOf(UnavailableError);
          return false;
        },
      );
    };
    const totalsOf = async () => {
      const query = { site, from: '2026-01-01', to: '2026-12-31', interval: 'total', now: NOON } as const;
      return (await store.totals(query)).rows[0]?.counts.purchases;
    };
    disk.fill();
    let sold = 0;
    while (await sell()) sold++;
    expect(await totalsOf()).toBe(sold);
    expect(store.health()).toMatchObject({ writable: false, reason: expect.stringContaining('space') });
    disk.free();
    for (const sale of sales) await store.record(site, [sale], NOON);
    expect(await totalsOf()).toBe(sales.length);
    await expect.poll(() => store.health(), { timeout: 10_000 }).toEqual({ writable: true });
    expect(await chainProblems(store, site)).toEqual([]);
  });

  async function restart(): Promise<void> {
    await server.kill();
    await server.start();
  }
});

describe('a commit whose answer was lost', () => {
  let server: PostgresServer;
  let proxy: LossyProxy;
  let store: Store;
  beforeAll(async () => {
    server = await startPostgres({ version: 18, fsync: false });
    proxy = await startLossyProxy(server.port);
    const url = new URL(await server.createDatabase());
    url.port = `${proxy.port}`;
    store = await PostgresStore.open({ url: url.href, warn: () => {} });
  });
  afterAll(async () => {
    await store.close();
    await proxy.close();
    await server.stop();
  });

  it('is found again: events, a payout, an adjustment and a review are answered as the first time', async () => {
    const { site, alice: partner } = await addAlice(store, { rules: { holdDays: 0 } });
    const sale = samples.purchase(site, { touches });
    const lost = async <T>(asked: () => Promise<T>): Promise<T> => {
      proxy.loseNextCommit();
      return asked();
    };
    const [row] = await lost(() => store.record(site, [sale], NOON));
    expect(row).toMatchObject({ status: 'accepted', partner, conversion: sale.uid });
    const review = { id: 'r', verdict: 'held', by: 'Eve' } as const;
    expect(await lost(() => store.review(site, sale.uid, review, NOON))).toMatchObject({ isNew: true });
    const bonus = { id: 'b', site, partner, currency: 'EUR', minor: 7, note: 'thanks' };
    expect(await lost(() => store.adjust(bonus, NOON))).toMatchObject({ isNew: true });
    const { isNew, payout } = await lost(() => store.createPayout(site, 'may', {}, NOON));
    expect({ isNew, lines: payout.lines.map(({ minor }) => minor) }).toEqual({ isNew: true, lines: [7] });
    expect(proxy.lost()).toBe(4);
    expect((await store.chain(partner)).map(({ minor }) => minor)).toEqual([1_000, 0, 7, -7]);
    expect((await store.conversions({ site, limit: 10 })).rows).toHaveLength(1);
  });
});

async function ask(url: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}
