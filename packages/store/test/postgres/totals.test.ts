import type { Interval, Payout } from '@reftally/core';
import type { Store, TotalsQuery } from '@reftally/store';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { DAY, NOON, samples } from '../../../../test/contract/samples.js';
import type { PostgresServer } from '../../../../test/postgres/PostgresServer.js';
import { startPostgres } from '../../../../test/postgres/startPostgres.js';
import { connect } from '../../src/postgres/connect.js';
import { migrate } from '../../src/postgres/migrate.js';
import { migrationsIn } from '../../src/postgres/migrationsIn.js';
import { PostgresStore } from '../../src/postgres/PostgresStore.js';
import { matureEntries } from '../../src/postgres/upkeep/matureEntries.js';
import { openTestStore } from '../openTestStore.js';

const MIGRATIONS = 'packages/store/migrations';
/** Before any line of the ledger is payable: what marks them is called by hand. */
const LONG_AGO = 0;

let server: PostgresServer;
beforeAll(async () => {
  server = await startPostgres({ version: 18, fsync: false });
});
afterAll(() => server.stop());

async function openBoth() {
  const url = await server.createDatabase();
  const store = await PostgresStore.open({ url, warn: () => {}, clock: () => LONG_AGO });
  onTestFinished(() => store.close());
  const connections = await connect(url);
  onTestFinished(() => connections.pool.end());
  return { store, connections, file: (await openTestStore()).store };
}

const site = samples.site({ id: 'shop', timeZone: 'Pacific/Auckland' });
const alice = samples.partner(site.id, { id: 'alice', code: 'ALICE', name: 'Alice' });
const bob = samples.partner(site.id, { id: 'bob, the second', code: 'BOB', name: 'Bob' });
const links = [samples.link(alice), samples.link(bob)];

const sale = (code: string, at: number, given: object = {}) =>
  samples.purchase(site.id, { at, touches: [{ code, at }], ...given });
const jpy = { currency: 'JPY', minor: 50_000 };
const autumn = sale('ALICE', NOON - 200 * DAY);
const newYear = sale('BOB', Date.UTC(2025, 11, 31, 12)); // In Auckland the first of January.
const may = sale('ALICE', NOON);
const yen = sale('ALICE', NOON + DAY, { amount: jpy });
const june = sale('BOB', NOON + 31 * DAY, { trust: 'server' });
const refund = samples.refund(site.id, may.orderId, {
  at: NOON + 3 * DAY,
  amount: { currency: 'EUR', minor: 2_000 },
});
const sales = [autumn, newYear, may, yen, june];

type Step = [name: string, markedAt: number, step: (store: Store) => Promise<unknown>];
const payout =
  (id: string, now: number) =>
  (store: Store): Promise<{ payout: Payout }> =>
    store.createPayout(site.id, id, {}, now);
const review =
  (id: string, verdict: 'held' | 'approved', of = yen) =>
  (store: Store) =>
    store.review(site.id, of.uid, { id, verdict, by: 'Eve' }, NOON + 33 * DAY);

/** What happens to both stores, and until when (ms) lines of the database's ledger are marked afterwards. */
const STORY: readonly Step[] = [
  ['sales', LONG_AGO, (store) => store.record(site.id, sales, NOON + 32 * DAY)],
  ['the first are payable', NOON - 200 * DAY + 30 * DAY, async () => {}],
  ['a clawback of what is held', LONG_AGO, (store) => store.record(site.id, [refund], NOON + 32 * DAY)],
  ['a review of what is held', LONG_AGO, review('a', 'held')],
  ['all but that is payable', NOON + 90 * DAY, async () => {}],
  ['a review of what is marked', LONG_AGO, review('c', 'held', june)],
  ['its end', LONG_AGO, review('d', 'approved', june)],
  [
    'an adjustment',
    LONG_AGO,
    (store) =>
      store.adjust(
        { site: site.id, id: 'x', partner: 'alice', currency: 'EUR', minor: -70, note: 'odd' },
        NOON + 33 * DAY,
      ),
  ],
  ['a payout', LONG_AGO, payout('first', NOON + 34 * DAY)],
  ['its cancelling', LONG_AGO, (store) => store.changePayout(site.id, 'first', 'cancelled', NOON + 35 * DAY)],
  ['the end of the review', LONG_AGO, review('b', 'approved')],
  ['a payout of it', LONG_AGO, payout('second', NOON + 36 * DAY)],
  ['the end', NOON + 900 * DAY, async () => {}],
];

const RANGES = [
  ['2025-01-01', '2026-12-31'],
  ['2026-01-01', '2026-06-01'],
  ['2025-10-13', '2026-05-04'],
] as const;
const TIMES = [
  NOON,
  NOON + 30 * DAY - 1,
  NOON + 30 * DAY,
  NOON + 32 * DAY,
  NOON + 60 * DAY,
  NOON + 900 * DAY,
];
const INTERVALS: readonly Interval[] = ['month', 'week', 'day'];

function* questions(): Generator<TotalsQuery> {
  for (const [from, to] of RANGES)
    for (const now of TIMES) yield { site: site.id, from, to, interval: 'total', now };
  const [[from, to]] = RANGES;
  for (const interval of INTERVALS) yield { site: site.id, from, to, interval, now: NOON + 60 * DAY };
  yield { site: site.id, from, to, interval: 'month', now: NOON + 60 * DAY, partner: bob.id };
}

const FAR = Date.UTC(2100, 0, 1);
const of = { site: 'shop', partner: 'alice' };
const none = { clicks: 0, uncounted: 0, pageviews: 0, visitors: 0, signups: 0, refunds: 0 };
const [past, present] = ['2025-06-01', '2026-05-01'];
const inMonths = <Row extends { period: string }>(rows: readonly Row[]) =>
  rows.flatMap((row) => [row, { ...row, period: row.period.slice(0, 7) }]);
const line = (seq: number, day: string, given: object) => ({
  ...of,
  seq,
  place: seq,
  id: `line-${seq}`,
  type: 'earning',
  day,
  payable_at: Date.UTC(2025, 6, 1),
  currency: 'EUR',
  in_review: false,
  body: '{}',
  ...given,
});
/** As they were before there were totals of years: a sale in 2025, and three in 2026, of which one is held until then, one by a review, and one is paid. */
const OLD_ROWS = {
  sites: [{ id: 'shop', public_key: 'p', secret_hash: 's', created_at: 0, body: JSON.stringify(site) }],
  partners: [
    { id: 'alice', site: 'shop', code: 'ALICE', name: 'Alice', created_at: 0, body: JSON.stringify(alice) },
  ],
  counts: inMonths(
    [1, 2].map((slot) => ({ ...of, ...none, period: present, trust: '', slot, purchases: slot })),
  ).concat(inMonths([{ ...of, ...none, period: past, trust: '', slot: 1, purchases: 1 }])),
  sums: inMonths([
    { ...of, period: past, trust: '', currency: 'EUR', slot: 1, revenue: 1_000 },
    { ...of, period: present, trust: '', currency: 'EUR', slot: 1, revenue: 3_000 },
  ]),
  balances: inMonths([
    { ...of, period: past, currency: 'EUR', stand: 'free', minor: 1 },
    { ...of, period: present, currency: 'EUR', stand: 'free', minor: 200 },
    { ...of, period: present, currency: 'EUR', stand: 'review', minor: 30 },
    { ...of, period: present, currency: 'EUR', stand: 'taken', minor: 400 },
  ]),
  ledger: [
    line(1, past, { minor: 1 }),
    line(2, present, { minor: 200, payable_at: FAR }),
    line(3, present, { minor: 30, in_review: true }),
    line(4, present, { minor: 400, taken_by: 'payout' }),
  ],
};

describe('totals', () => {
  it('are those of the file store at every millisecond, whatever is marked as payable', async () => {
    const { store, connections, file } = await openBoth();
    for (const each of [store, file]) {
      await each.addSite(site);
      for (const [index, partner] of [alice, bob].entries())
        await each.addPartner(partner, links[index] ?? samples.link(partner));
    }
    const marked: number[] = [];
    for (const [name, markedAt, step] of STORY) {
      for (const each of [store, file]) await step(each);
      marked.push(await matureEntries(connections, markedAt));
      const asked = [...questions()];
      for (const question of asked)
        expect(await store.totals(question), `${name}: ${JSON.stringify(question)}`).toEqual(
          await file.totals(question),
        );
      const [question] = asked as [TotalsQuery];
      expect(await store.trustTotals(question)).toEqual(await file.trustTotals(question));
    }
    expect(marked).toEqual([0, 1, 0, 0, 4, 0, 0, 0, 0, 0, 0, 0, 2]); // In the end the two lines of the review.
    const { rows } = await connections.pool.query('SELECT sum(waiting) AS waiting FROM balances');
    expect(rows).toEqual([{ waiting: 0 }]);
  }, 60_000);

  it('of a database of before are brought over', async () => {
    const url = await server.createDatabase();
    const connections = await connect(url);
    onTestFinished(() => connections.pool.end());
    const all = await migrationsIn(MIGRATIONS);
    await migrate(
      connections.pool,
      all.filter(({ name }) => name !== '2026-11-23-years'),
    );
    for (const [table, rows] of Object.entries(OLD_ROWS)) {
      const text = `INSERT INTO ${table} SELECT * FROM json_populate_recordset(NULL::${table}, $1)`;
      await connections.pool.query(text, [JSON.stringify(rows)]);
    }
    const store = await PostgresStore.open({ url, warn: () => {} });
    onTestFinished(() => store.close());
    const at = async (now: number, from = '2025-01-01') => {
      const { rows } = await store.totals({ site: site.id, from, to: '2026-12-31', interval: 'total', now });
      return rows[0];
    };
    const eur = (minor: number) => [{ currency: 'EUR', minor }];
    expect(await at(NOON)).toMatchObject({
      counts: { purchases: 4, revenue: { EUR: 4_000 } },
      commission: { held: eur(230), payable: eur(1), paid: eur(400) },
    });
    expect(await at(FAR - 1, '2026-01-01')).toMatchObject({
      counts: { purchases: 3, revenue: { EUR: 3_000 } },
      commission: { held: eur(230), payable: [], paid: eur(400) },
    });
    expect(await at(FAR)).toMatchObject({ commission: { held: eur(30), payable: eur(201) } });
  });
});
