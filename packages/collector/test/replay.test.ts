import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ADMIN_KEY, type Json, type TestCollector, testCollector } from './testCollector.js';

const BIN = new URL('../bin/reftally.js', import.meta.url).pathname;
const NOW = Date.UTC(2026, 4, 10, 12);
const DAY = 86_400_000;

let collector: TestCollector;
let site: Json;
let alice: Json;
let bob: Json;
let cookie: string;

/** Alice's link, then Bob's, then an order of 50 EUR; and a signup by a link that is too old. */
beforeAll(async () => {
  collector = await testCollector({ clock: () => NOW });
  site = await collector.addSite({ policy: { commission: [{ on: 'purchase', percent: '10' }] } });
  alice = await collector.addPartner('Alice', { code: 'alice' });
  bob = await collector.addPartner('Bob', { code: 'bob' });
  const landing = (id: string, code: string, at: number) => ({
    id,
    type: 'pageview',
    visitor: id.slice(0, 10),
    at: new Date(at).toISOString(),
    code,
  });
  const order = { id: 'o1', type: 'purchase', orderId: 'o1', amount: '50', currency: 'EUR' };
  const events = [
    landing('visitor-01-a', 'alice', NOW - 3 * DAY),
    landing('visitor-01-b', 'bob', NOW - 2 * DAY),
    { ...order, visitor: 'visitor-01', at: new Date(NOW - DAY).toISOString() },
  ];
  for (const event of events) {
    const { json } = await collector.api('POST', '/events', { site: site.id, events: [event] });
    expect(json.results[0].status).toBe('accepted');
  }
  const access = await collector.api('POST', `/partners/${alice.id}/access`, {});
  const signIn = await collector.send('POST', '/api/v1/session', {
    body: JSON.stringify({ token: String(access.json.url).split('#access=')[1] }),
  });
  cookie = signIn.headers.get('set-cookie')?.split(';')[0] ?? '';
});
afterAll(() => collector.close());

const ask = (body: object, headers: Record<string, string> = {}) =>
  collector.api('POST', '/replay', body, headers);
const five = { currency: 'EUR', minor: 500 };
const none = { conversions: 0, commission: [] };
const one = { conversions: 1, commission: [five] };

test('says who would gain, who would lose, by how much, with examples', async () => {
  const { status, json } = await ask({ policy: { model: 'first' } });
  expect(status).toBe(200);
  expect(json).toMatchObject({
    site: site.id,
    policy: { model: 'first', windowDays: 30, commission: [{ on: 'purchase', percent: '10' }] },
    conversions: 1,
    changed: 1,
    unchanged: 0,
    examples: [
      {
        type: 'purchase',
        orderId: 'o1',
        at: '2026-05-09T12:00:00.000Z',
        before: { partner: bob.id, code: 'bob', commission: five },
        after: { partner: alice.id, code: 'alice', commission: five },
      },
    ],
  });
  expect(json.partners.sort((a: Json, b: Json) => (a.code < b.code ? -1 : 1))).toEqual([
    { partner: alice.id, name: 'Alice', code: 'alice', before: none, after: one, difference: [five] },
    {
      partner: bob.id,
      name: 'Bob',
      code: 'bob',
      before: one,
      after: none,
      difference: [{ currency: 'EUR', minor: -500 }],
    },
  ]);
  expect((await collector.api('GET', '/conversions')).json.conversions[0].code).toBe('bob');
});

test.each<[string, object, number]>([
  ['the policy in force changes nothing', {}, 0],
  ['days without conversions', { policy: { model: 'first' }, to: '2026-05-08' }, 0],
  ['days with it', { policy: { model: 'first' }, from: '2026-05-09' }, 1],
])('%s', async (_what, body, changed) => {
  expect((await ask(body)).json.changed).toBe(changed);
});

test.each<[string, object, RegExp]>([
  ['a model that there is not', { policy: { model: 'middle' } }, /policy\.model: expected "last" or "first"/],
  ['a field that there is not', { polcy: {} }, /polcy/],
  ['days the wrong way round', { from: '2026-05-09', to: '2026-05-01' }, /from: expected a day not after/],
])('refuses %s', async (_what, body, message) => {
  const { status, json } = await ask(body);
  expect([status, json.error.message]).toEqual([400, expect.stringMatching(message)]);
});

test('is not for partners', async () => {
  const headers = { cookie, origin: collector.url };
  const { status } = await collector.send('POST', '/api/v1/replay', { headers, body: '{}' });
  expect(status).toBe(403);
});

test('tells line by line how far it is, when asked for lines', async () => {
  const { headers, text } = await ask({ policy: { model: 'first' } }, { accept: 'application/x-ndjson' });
  expect(headers.get('content-type')).toContain('application/x-ndjson');
  const lines = text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
  const { done, total } = lines.at(-2).progress;
  expect([done, lines.at(-1).report.changed]).toEqual([total, 1]);
});

test('goes on one at a time', async () => {
  const both = await Promise.all([ask({}), ask({})]);
  expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
  expect((await ask({})).status).toBe(200);
});

const cli = (...args: string[]) =>
  promisify(execFile)(process.execPath, [
    BIN,
    'replay',
    '--url',
    collector.url,
    '--admin-key',
    ADMIN_KEY,
    ...args,
  ]);

test('on the command line: a table, and a sentence for each example', async () => {
  const { stdout } = await cli('--model', 'first', '--window', '60');
  expect(stdout.split('\n')).toEqual([
    '1 conversions were decided again, 1 of them otherwise. Nothing was changed.',
    '',
    'name   code   conversions  commission  would be  difference',
    expect.stringMatching(/^(Alice|Bob) /),
    expect.stringMatching(/^(Alice|Bob) /),
    '',
    'For example:',
    '  Order o1 (2026-05-09): bob, 5.00 EUR → alice, 5.00 EUR',
    '',
  ]);
  expect(stdout).toMatch(/^Alice +alice +0 → 1 +0 +5\.00 EUR +\+5\.00 EUR$/m);
  expect(stdout).toMatch(/^Bob +bob +1 → 0 +5\.00 EUR +0 +-5\.00 EUR$/m);
});

test('on the command line: a policy from a file, and what is wrong with it', async () => {
  const file = join(collector.folder, 'policy.json');
  await writeFile(file, '{"commission":[{"on":"purchase","percent":"20"}]}');
  expect(JSON.parse((await cli('--policy', file, '--json')).stdout).partners).toMatchObject([
    { code: 'bob', difference: [five] },
  ]);
  await writeFile(file, '[]');
  await expect(cli('--policy', file)).rejects.toMatchObject({
    code: 1,
    stderr: expect.stringContaining('--policy: expected a JSON object'),
  });
  await expect(cli('--window', 'x')).rejects.toMatchObject({ stderr: expect.stringContaining('such as 60') });
});
