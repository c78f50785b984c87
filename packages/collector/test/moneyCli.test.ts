import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { runCli } from './runCli.js';
import { type Json, type TestCollector, testCollector } from './testCollector.js';

// Each command is a process of its own, and each test has some ten of them.
vi.setConfig({ testTimeout: 90_000 });

const DAY = 86_400_000;

let collector: TestCollector;
let partners: Json[];
let folder: string;
let now = Date.UTC(2026, 4, 1, 12);

/** Alice has earned 50.00 EUR and 300 JPY, Bob 9.99 EUR; all of it is payable. */
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'reftally-money-'));
  collector = await testCollector({ clock: () => now });
  await collector.addSite({ policy: { commission: [{ on: 'purchase', percent: '10' }] } });
  partners = [];
  for (const name of ['Alice', 'Bob']) {
    now += 1; // Ids are in the order of time.
    partners.push(await collector.addPartner(name, { code: name.toLowerCase() }));
  }
  const buy = (id: string, coupon: string, amount: string, currency = 'EUR') => {
    return { id, type: 'purchase', orderId: id, amount, currency, coupon };
  };
  const events = [buy('o1', 'alice', '500'), buy('o2', 'alice', '3000', 'JPY'), buy('o3', 'bob', '99.90')];
  await collector.api('POST', '/events', { events });
  now += 31 * DAY;
});
afterAll(async () => {
  await collector.close();
  await rm(folder, { recursive: true });
});

const run = (...args: string[]) => runCli(collector.url, ...args);
const [alice, bob] = [() => partners[0]?.id as string, () => partners[1]?.id as string];

test('a month, from a preview to paid', async () => {
  expect((await run('partner', 'pay-by', 'alice', '--paypal', 'alice@mail.example')).out).toBe(
    'Alice is paid by paypal.\n',
  );
  const preview = await run('payout', 'preview', '--threshold', 'EUR=9.99', 'JPY=301');
  expect(preview).toMatchObject({ code: 0, err: '' });
  expect(preview.out.split('\n').map((line) => line.trim().split(/ {2,}/))).toEqual([
    ['partner', 'amount', 'lines', 'id'],
    ['Alice', '50.00 EUR', '1', alice()],
    ['Bob', '9.99 EUR', '1', bob()],
    ['total 59.99 EUR'],
    [''],
  ]);
  const created = await run('payout', 'create', '2026-05', '--currency', 'EUR', '--partner', 'alice');
  expect(created.out).toMatch(/^payout 2026-05, open\n(.*\n)+total 50\.00 EUR\n$/);
  const again = await run('payout', 'create', '2026-05', '--currency', 'EUR', '--partner', 'alice');
  expect(again.out).toBe(created.out);
  const paypal = await run('payout', 'export', '2026-05', '--format', 'paypal');
  expect(paypal).toMatchObject({ code: 0, err: '' });
  expect(paypal.out).toContain('alice@mail.example,50.00,EUR');
  expect((await run('payout', 'paid', '2026-05')).out).toBe('The payout 2026-05 is paid.\n');
  expect((await run('payout', 'show', '2026-05')).out).toMatch(/^payout 2026-05, paid\n/);
  expect((await run('payout', 'list')).out).toMatch(/2026-05 +paid +2026-06-01 +1 +50\.00 EUR/);
});

test('what cannot be done is said in one sentence, with a code of its own', async () => {
  const cases: [string[], RegExp][] = [
    [['payout', 'preview', '--threshold', '25'], /Expected a currency and an amount, such as EUR=25\.00/],
    [['payout', 'cancel', '2026-05'], /paid/],
    [['payout', 'show', 'never-made'], /never-made/],
    [['payout', 'create', 'none', '--currency', 'EUR', '--threshold', 'EUR=1000000'], /payable/],
    [['payout', 'preview', '--partner', 'nobody'], /nobody/],
    [['partner', 'pay-by', 'bob'], /--paypal, or --iban with --name/],
    [['partner', 'pay-by', 'bob', '--iban', 'DE00 0000', '--name', 'Bob'], /iban/i],
  ];
  for (const [args, message] of cases) {
    const { code, out, err } = await run(...args);
    expect([code === 0, out], args.join(' ')).toEqual([false, '']);
    expect(err, args.join(' ')).toMatch(message);
    expect(err, args.join(' ')).not.toMatch(/\n\s+at /);
  }
});

test('a payout that is cancelled gives the balance back', async () => {
  expect((await run('payout', 'create', 'mistake', '--partner', 'bob')).code).toBe(0);
  expect((await run('payout', 'preview', '--partner', 'bob')).out).toBe(
    'Nothing is payable on these terms.\n',
  );
  expect((await run('payout', 'cancel', 'mistake')).out).toBe('The payout mistake is cancelled.\n');
  expect((await run('payout', 'preview', '--partner', 'bob')).out).toContain('total 9.99 EUR');
});

test('an account by hand, its lines, and a statement that can be checked', async () => {
  const words = ['--currency', 'EUR', '--note', 'Bonus for May', '--id', 'bonus'];
  const given = await run('ledger', 'adjust', 'bob', '25.00', ...words);
  expect(given.out).toMatch(/^25\.00 EUR for Bob, line \d+ of their account\.\n$/);
  expect((await run('ledger', 'adjust', 'bob', '25.00', ...words)).out).toBe(given.out);
  expect((await run('ledger', 'adjust', 'bob', '26.00', ...words)).code).not.toBe(0);
  const lines = await run('ledger', 'list', '--partner', 'bob');
  expect(lines.out).toMatch(/adjustment +25\.00 EUR +Bonus for May/);
  expect((await run('ledger', 'list', '--partner', 'bob', '--csv')).out).toContain('Bonus for May');

  const { out } = await run('statement', 'get', 'bob');
  const [good, bad] = [join(folder, 'good.json'), join(folder, 'bad.json')];
  await writeFile(good, out);
  await writeFile(bad, out.replace('"minor":2500', '"minor":2600'));
  expect(await run('verify', good)).toMatchObject({ code: 0 });
  const found = await run('verify', bad);
  expect([found.code === 0, found.out + found.err]).toEqual([false, expect.stringMatching(/line \d+/i)]);
});
