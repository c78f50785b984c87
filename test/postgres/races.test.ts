import type { Policy, TrackedEvent } from '@reftally/core';
import { ConflictError, PostgresStore, type Recorded, type Store } from '@reftally/store';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { addAlice, DAY, MINUTE, NOON, samples } from '../contract/samples.js';
import { chainProblems } from './chainProblems.js';
import type { PostgresServer } from './PostgresServer.js';
import { startPostgres } from './startPostgres.js';

const touches = [{ code: 'ALICE', at: NOON }];
const eur = (minor: number) => ({ currency: 'EUR', minor });
const LATER = NOON + 90 * DAY;

type Made = Awaited<ReturnType<Store['createPayout']>>;

describe('two collectors on one database', () => {
  let server: PostgresServer;
  let url: string;
  let stores: [Store, Store];
  beforeAll(async () => {
    server = await startPostgres({ version: 18, fsync: false });
  });
  afterAll(() => server.stop());
  beforeEach(async () => {
    url = await server.createDatabase();
    const open = () => PostgresStore.open({ url, warn: () => {} });
    stores = [await open(), await open()];
  });
  afterEach(async () => {
    await Promise.all(stores.map((store) => store.close()));
    await server.dropDatabase(url);
  });

  /** Asks both stores in turn, all at once; what is asked of one turn after turn of the event loop goes into several transactions. */
  async function race<T>(count: number, ask: (store: Store, index: number) => Promise<T>): Promise<T[]> {
    const asked = Array.from({ length: count }, async (_, index) => {
      await new Promise((resolve) => setTimeout(resolve, Math.random() * 10));
      return ask(stores[index % 2 === 0 ? 0 : 1], index);
    });
    return Promise.all(asked);
  }

  const raceEvents = async (count: number, make: (index: number) => TrackedEvent): Promise<Recorded[]> =>
    (await race(count, (store, index) => store.record(make(index).site, [make(index)], NOON))).flat();

  const statuses = (rows: readonly { status: string }[]) => {
    const counts: Record<string, number> = {};
    for (const { status } of rows) counts[status] = (counts[status] ?? 0) + 1;
    return counts;
  };

  const alice = (rules: Partial<Policy> = {}) => addAlice(stores[0], { rules });
  const totals = async (site: string, now = NOON) => {
    const query = { site, from: '2026-01-01', to: '2026-12-31', interval: 'total', now } as const;
    const { rows, ...rest } = await stores[1].totals(query);
    return { ...rest, row: rows[0] };
  };

  it.each([
    ['order', (site: string) => samples.purchase(site, { orderId: 'o', touches }), 'purchases'],
    ['signup', (site: string) => samples.signup(site, { customerId: 'c', touches }), 'signups'],
  ] as const)('take one of 50 reports of one %s, and answer all alike', async (_, make, counter) => {
    const { site } = await alice();
    const rows = await race(50, (store) => store.record(site, [make(site)], NOON));
    expect(statuses(rows.flat())).toEqual({ accepted: 1, duplicate: 49 });
    expect(new Set(rows.flat().map(({ conversion }) => conversion)).size).toBe(1);
    expect((await totals(site)).row?.counts).toMatchObject({ [counter]: 1 });
    expect(await chainProblems(stores[0], site)).toEqual([]);
  });

  it('take one of 50 reports of one event', async () => {
    const { site } = await alice();
    const event = samples.pageview(site, { touches, visitor: 'v', client: 'c' });
    expect(statuses(await raceEvents(50, () => event))).toEqual({ accepted: 1, duplicate: 49 });
    expect((await totals(site)).row?.counts).toMatchObject({ clicks: 1, visitors: 1, pageviews: 1 });
  });

  it('count a visit of 50 pages once', async () => {
    const { site } = await alice();
    await raceEvents(50, () =>
      samples.pageview(site, { touches, visitor: 'v', client: 'c', at: NOON + MINUTE }),
    );
    expect((await totals(site)).row?.counts).toMatchObject({ clicks: 1, visitors: 1, pageviews: 50 });
  });

  it('count how often one browser has come', async () => {
    const { site } = await alice({ fraud: { clickFlood: { perClient: 25 } } });
    await stores[0].record(site, [samples.click(site, 'alice', { client: 'c' })], NOON);
    await raceEvents(24, () => samples.click(site, 'alice', { client: 'c' }));
    const at = NOON + 60 * MINUTE;
    const landing = { visitor: 'v', client: 'c', at, touches: [{ code: 'ALICE', at }] };
    const sale = samples.purchase(site, { visitor: 'v', at });
    await stores[0].record(
      site,
      [samples.pageview(site, { ...landing, url: 'https://shop.example/' }), sale],
      at,
    );
    const { flags = [] } = (await stores[1].conversion(sale.uid))?.stored.conversion ?? {};
    expect(flags.map(({ signal, note }) => [signal, note])).toEqual([
      ['click-flood', expect.stringContaining('followed 26 times')],
    ]);
  });

  it('keep every visit of one visitor', async () => {
    const { site } = await alice();
    await stores[0].record(site, [samples.pageview(site, { visitor: 'v', touches })], NOON);
    await raceEvents(20, (index) => {
      const at = NOON - (index + 1) * 60 * MINUTE;
      return samples.pageview(site, { visitor: 'v', touches: [{ code: 'ALICE', at }] });
    });
    const sale = samples.purchase(site, { visitor: 'v' });
    await stores[0].record(site, [sale], NOON);
    const found = await stores[1].conversion(sale.uid);
    expect(found?.stored.conversion.receipt.candidates).toHaveLength(21);
    expect((await totals(site)).row?.counts).toMatchObject({ clicks: 21, visitors: 1 });
  });

  it('take one of 50 reports of one refund', async () => {
    const { site } = await alice();
    await stores[0].record(site, [samples.purchase(site, { orderId: 'o', touches })], NOON);
    const back = { refundId: 'r', amount: eur(300) };
    expect(statuses(await raceEvents(50, () => samples.refund(site, 'o', back)))).toEqual({
      accepted: 1,
      duplicate: 49,
    });
    expect((await totals(site)).row?.counts).toMatchObject({ refunds: 1, revenue: { EUR: 9_700 } });
  });

  it.each(['before', 'after'])(
    'never refund more than there was, when 50 refunds come %s the order',
    async (when) => {
      const { site } = await alice();
      const order = samples.purchase(site, { orderId: 'o', touches });
      if (when === 'after') await stores[0].record(site, [order], NOON);
      const refunds = Array.from({ length: 50 }, () => samples.refund(site, 'o', { amount: eur(300) }));
      const events = when === 'after' ? refunds : [...refunds.slice(0, 25), order, ...refunds.slice(25)];
      await raceEvents(events.length, (index) => events[index] as TrackedEvent);
      expect((await totals(site)).row?.counts).toMatchObject({ refunds: 33, revenue: { EUR: 100 } });
      expect((await stores[0].waitingRefunds({ site, limit: 1 })).count).toBe(0);
      expect(await chainProblems(stores[0], site)).toEqual([]);
    },
  );

  it('never exceed a cap, when 50 orders of one partner come', async () => {
    const cap = { money: [eur(5_000)], period: 'month' as const };
    const { site } = await alice({ commission: [{ on: 'purchase', percent: '10', capPerPeriod: cap }] });
    await raceEvents(50, () => samples.purchase(site, { amount: eur(3_000), touches }));
    expect((await totals(site)).row?.commission).toEqual({ held: [eur(5_000)], payable: [], paid: [] });
    expect(await chainProblems(stores[0], site)).toEqual([]);
  });

  it.each([
    ['one id', () => 'may', 50],
    ['an id each', (index: number) => `may-${index}`, 1],
  ])('pay a balance once, when 50 ask with %s', async (_, idOf, answered) => {
    const { site } = await alice();
    await stores[0].record(site, [samples.purchase(site, { touches })], NOON);
    const asked = await race(50, (store, index) => settle(store.createPayout(site, idOf(index), {}, LATER)));
    const made = asked.filter((result): result is Made => !(result instanceof Error));
    expect(made).toHaveLength(answered);
    expect(made.filter(({ isNew }) => isNew)).toHaveLength(1);
    for (const problem of asked) if (problem instanceof Error) expect(problem).toBeInstanceOf(ConflictError);
    expect((await totals(site, LATER)).row?.commission).toEqual({
      held: [],
      payable: [],
      paid: [eur(1_000)],
    });
    expect((await stores[0].payouts({ site, limit: 10 })).rows).toHaveLength(1);
    expect(await chainProblems(stores[0], site)).toEqual([]);
  });

  it('review a sale once, adjust an account once, and import a customer once, when 50 ask', async () => {
    const { site, alice: partner } = await alice();
    const sale = samples.purchase(site, { touches });
    await stores[0].record(site, [sale], NOON);
    const bonus = { id: 'b', site, partner, ...eur(500), note: 'thanks' };
    const customers = [{ customerId: 'c' }];
    const asked = await race(50, (store, index) =>
      Promise.all([
        settle(store.review(site, sale.uid, { id: `r${index}`, verdict: 'rejected', by: 'Eve' }, NOON)),
        store.adjust(bonus, NOON),
        store.importCustomers({ site, customers }, NOON),
      ]),
    );
    expect(asked.filter(([review]) => !(review instanceof Error))).toHaveLength(1);
    expect(asked.filter(([, { isNew }]) => isNew)).toHaveLength(1);
    expect(asked.filter(([, , words]) => words[0] === 'new')).toHaveLength(1);
    expect((await totals(site)).row?.commission).toMatchObject({ payable: [eur(500)] });
    expect(await chainProblems(stores[0], site)).toEqual([]);
  });

  it('give a customer to the partner or to the shop, when a signup and an import come together', async () => {
    const { site, alice: partner } = await alice();
    const answers = await race(30, async (_, index) => {
      const customerId = `c${index}`;
      const [one, other] = index % 2 === 0 ? stores : [stores[1], stores[0]];
      const [[word], [row]] = await Promise.all([
        one.importCustomers({ site, customers: [{ customerId }] }, NOON),
        other.record(site, [samples.signup(site, { customerId, touches })], NOON),
      ]);
      return `${word}, ${row?.partner === partner ? 'credited' : row?.reason}`;
    });
    const possible = ['known, credited', 'new, existing-customer'];
    expect(answers.filter((answer) => !possible.includes(answer))).toEqual([]);
  });

  it('make a history that is decided alike in the order of its log', async () => {
    const rules: Partial<Policy> = {
      newCustomersOnly: true,
      fraud: { velocity: { perDay: 5, action: 'flag' } },
    };
    const { site } = await alice(rules);
    const bob = samples.partner(site, { code: 'BOB' });
    await stores[0].addPartner(bob, samples.link(bob));
    const pick = <T>(...of: T[]): T => of[Math.floor(Math.random() * of.length)] as T;
    const numbered = (name: string, count: number) => `${name}-${Math.floor(Math.random() * count)}`;
    const event = (): TrackedEvent => {
      const at = NOON + Math.floor(Math.random() * 100) * MINUTE;
      const visit = { visitor: numbered('v', 10), client: numbered('cl', 10), at };
      const carried = { ...visit, touches: pick([], [{ code: pick('ALICE', 'BOB'), at }]) };
      const money = { orderId: numbered('o', 30), trust: pick('browser', 'server') } as const;
      const customer = { customerId: numbered('c', 15) };
      return pick<() => TrackedEvent>(
        () => samples.pageview(site, carried),
        () => samples.signup(site, { ...carried, ...customer }),
        () => samples.purchase(site, { ...carried, ...money, ...(Math.random() < 0.5 && customer) }),
        () =>
          samples.refund(site, money.orderId, { ...pick({ amount: eur(1_000) }, {}), trust: money.trust }),
      )();
    };
    await race(120, (store) => store.record(site, Array.from({ length: 5 }, event), NOON + DAY));
    expect(await chainProblems(stores[0], site)).toEqual([]);
    expect((await stores[0].replay({ site, policy: {} })).changed).toBe(0);
  });

  it('get over a deadlock with somebody else', async () => {
    const { site, alice: partner } = await alice();
    await stores[0].record(site, [samples.purchase(site, { orderId: 'o', touches })], NOON);
    const other = new pg.Client({ connectionString: url });
    await other.connect();
    // Ours looks first, so it is ours that PostgreSQL ends.
    await other.query("SET deadlock_timeout = '1min'");
    await other.query('BEGIN');
    await other.query('SELECT 1 FROM accounts WHERE partner = $1 FOR UPDATE', [partner]);
    const refund = stores[0].record(site, [samples.refund(site, 'o', { amount: eur(100) })], NOON);
    await expect.poll(() => waiting(server)).toBe(1);
    await other.query("SELECT 1 FROM orders WHERE id = 'o' FOR UPDATE");
    await other.query('COMMIT');
    await other.end();
    expect(statuses(await refund)).toEqual({ accepted: 1 });
    await expect.poll(() => deadlocks(url), { timeout: 20_000 }).toBe(1);
    expect((await totals(site)).row?.counts).toMatchObject({ refunds: 1 });
  });

  it('give totals as of one moment, whatever is recorded meanwhile', async () => {
    const { site } = await alice();
    let isDone = false;
    const sell = async () => {
      for (let sale = 0; sale < 150; sale++)
        await stores[0].record(site, [samples.purchase(site, { touches })], NOON);
      isDone = true;
    };
    const selling = sell();
    const seen: { purchases: number; revenue: number; held: number }[] = [];
    while (!isDone) {
      const { row } = await totals(site);
      const { purchases = 0, revenue = {} } = row?.counts ?? {};
      const held = row?.commission.held[0]?.minor ?? 0;
      seen.push({ purchases, revenue: revenue.EUR ?? 0, held });
    }
    await selling;
    expect(new Set(seen.map(({ purchases }) => purchases)).size).toBeGreaterThan(5);
    for (const { purchases, revenue, held } of seen)
      expect({ revenue, held }).toEqual({ revenue: 10_000 * purchases, held: 1_000 * purchases });
  });

  it.each([1, 2, 3])('give 30 totals at once over %i connections', async (connections) => {
    const { site } = await alice();
    await stores[0].record(site, [samples.purchase(site, { touches })], NOON);
    const store = await PostgresStore.open({ url: `${url}?connections=${connections}`, warn: () => {} });
    try {
      const query = { site, from: '2026-01-01', to: '2026-12-31', interval: 'total', now: NOON } as const;
      const asked = Array.from({ length: 30 }, () => [store.totals(query), store.trustTotals(query)]);
      const given = (await Promise.all(asked.flat())).map(({ rows }) => rows.length);
      expect(given).toEqual(Array(60).fill(1));
    } finally {
      await store.close();
    }
  });
});

function settle<T>(asked: Promise<T>): Promise<T | Error> {
  return asked.catch((problem: Error) => problem);
}

/** How many statements wait for a lock. */
function waiting(server: PostgresServer): Promise<number> {
  return count(
    server.url('postgres'),
    "SELECT count(*)::int AS n FROM pg_stat_activity WHERE wait_event_type = 'Lock'",
  );
}

function deadlocks(url: string): Promise<number> {
  return count(url, 'SELECT deadlocks::int AS n FROM pg_stat_database WHERE datname = current_database()');
}

async function count(url: string, sql: string): Promise<number> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<{ n: number }>(sql)).rows[0]?.n ?? 0;
  } finally {
    await client.end();
  }
}
