import { spawn } from 'node:child_process';
import { webcrypto } from 'node:crypto';
import { verifyStatement } from '@reftally/core';
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { ADMIN_KEY, type Json, type TestCollector, testCollector } from './testCollector.js';

const BIN = new URL('../bin/reftally.js', import.meta.url).pathname;
const DAY = 86_400_000;
const START = Date.UTC(2026, 4, 1, 12);
const NOTE = 'the visitor came from www.coupons.example, which is banned';

let collector: TestCollector;
let now: number;
let site: Json;
let alice: Json;
let ids: Record<string, string>;

/** Alice's order `flagged` came from a banned host, `plain` did not; Bob has an order, too. All are payable by now. */
beforeEach(async () => {
  now = START;
  collector = await testCollector({ clock: () => now });
  onTestFinished(() => collector.close());
  const fraud = { bannedReferrers: ['coupons.example'] };
  site = await collector.addSite({ policy: { fraud, commission: [{ on: 'purchase', percent: '10' }] } });
  alice = await collector.addPartner('Alice', { code: 'alice' });
  await collector.addPartner('Bob', { code: 'bob' });
  const visit = { type: 'pageview', code: 'alice', url: 'https://shop.example/' };
  const buy = { type: 'purchase', amount: '50', currency: 'EUR' };
  const { json } = await collector.api('POST', '/events', {
    events: [
      { ...visit, id: 'v1', visitor: 'visitor-1', referrer: 'https://www.coupons.example/top' },
      { ...visit, id: 'v2', visitor: 'visitor-2' },
      { ...buy, id: 'flagged', orderId: 'flagged', visitor: 'visitor-1' },
      { ...buy, id: 'plain', orderId: 'plain', visitor: 'visitor-2' },
      { ...buy, id: 'bobs', orderId: 'bobs', code: 'bob' },
    ],
  });
  ids = Object.fromEntries(json.results.map(({ id, conversion }: Json) => [id, conversion]));
  now += 40 * DAY;
});

const judge = (id: string, body: object, headers?: Record<string, string>) =>
  collector.api('POST', `/conversions/${ids[id]}/review`, body, headers);
const queue = async (query = '') => (await collector.api('GET', `/reviews${query}`)).json;
const money = (minor: number) => (minor === 0 ? [] : [{ currency: 'EUR', minor }]);
const balance = async (): Promise<unknown> => {
  const { json } = await collector.api('GET', `/totals?partner=${alice.id}&from=2026-01-01`);
  return json.totals[0].commission;
};
async function asAlice(method: string, path: string, body?: object) {
  const { json } = await collector.api('POST', `/partners/${alice.id}/access`, {});
  const signIn = await collector.send('POST', '/api/v1/session', {
    body: JSON.stringify({ token: String(json.url).split('#access=')[1] }),
  });
  const cookie = signIn.headers.get('set-cookie')?.split(';')[0] ?? '';
  const init = { headers: { cookie, origin: collector.url }, ...(body && { body: JSON.stringify(body) }) };
  return collector.send(method, `/api/v1${path}`, init);
}

test('what a signal has flagged waits in the queue, and no payout takes it', async () => {
  const { reviews, counts } = await queue();
  expect(counts).toEqual({ open: 1, held: 0, approved: 0, rejected: 0 });
  expect(reviews).toMatchObject([
    {
      id: ids.flagged,
      commission: { currency: 'EUR', minor: 500 },
      flags: [{ signal: 'banned-referrer', note: NOTE, holds: true }],
      review: { state: 'open', since: '2026-05-01T12:00:00.000Z', history: [] },
    },
  ]);
  expect(reviews[0].explanation).toContain(
    `Suspicious: ${NOTE}. Under review since 2026-05-01. Nothing is paid until the shop decides.`,
  );
  expect(await balance()).toEqual({ held: money(500), payable: money(500), paid: [] });
  const payout = await collector.api('POST', '/payouts', { id: 'may', partners: [alice.id] });
  expect(payout.json.total).toEqual(money(500));
  await judge('flagged', { verdict: 'approved' });
  expect(await balance()).toEqual({ held: [], payable: money(500), paid: money(500) });
});

test('a verdict is kept with who, when and why, and one comes after the other', async () => {
  const first = await judge('flagged', { verdict: 'held', note: 'Asked Alice', by: 'Eve' });
  expect([first.status, first.json.review]).toMatchObject([200, { state: 'held' }]);
  now += DAY;
  const { json } = await judge('flagged', { verdict: 'rejected', note: 'Own order', id: 'mine' });
  const history = [
    { verdict: 'held', by: 'Eve', at: '2026-06-10T12:00:00.000Z', note: 'Asked Alice' },
    { id: 'mine', verdict: 'rejected', by: 'operator', at: '2026-06-11T12:00:00.000Z', note: 'Own order' },
  ];
  expect(json.review).toMatchObject({ state: 'rejected', since: '2026-06-11T12:00:00.000Z', history });
  expect(json.explanation).toMatch(/Rejected by operator on 2026-06-11 \(“Own order”\): nothing is paid/);
  expect(await balance()).toEqual({ held: [], payable: money(500), paid: [] });
  const again = await judge('flagged', { verdict: 'rejected', note: 'Own order', id: 'mine' });
  expect([again.status, again.json]).toEqual([200, json]);
  expect((await queue('?state=rejected')).reviews).toEqual([json]);
  const { text } = await collector.send('GET', '/metrics', {
    headers: { authorization: `Bearer ${ADMIN_KEY}` },
  });
  expect(text).toContain('reftally_reviews_total{verdict="rejected"} 1');
});

test.each<[string, string, object, number, RegExp]>([
  [
    'approving what nobody has flagged',
    'plain',
    { verdict: 'approved' },
    409,
    /not under review: it can be held or rejected/,
  ],
  [
    'another verdict',
    'plain',
    { verdict: 'paid' },
    400,
    /verdict: expected "approved", "rejected" or "held"/,
  ],
  ['no verdict', 'plain', {}, 400, /verdict: expected/],
  ['a field that there is not', 'plain', { verdict: 'held', why: 'x' }, 400, /why: is not known here/],
  ['a conversion that there is not', 'nothing', { verdict: 'held' }, 404, /no conversion/],
])('refuses %s', async (_, id, body, status, message) => {
  const { json, ...answer } = await judge(id, body);
  expect([answer.status, json.error.message]).toEqual([status, expect.stringMatching(message)]);
  expect(await balance()).toEqual({ held: money(500), payable: money(500), paid: [] });
});

test('the queue names the states that there are, and is a table, too', async () => {
  expect((await queue('?state=new')).error.message).toContain('"open", "held", "approved" or "rejected"');
  await judge('flagged', { verdict: 'held', by: '=Eve', note: 'Asked' });
  const { text } = await collector.api('GET', '/reviews?state=held&format=csv');
  const [head = '', row = '', ...rest] = text.trim().split('\r\n');
  const cells = (row.match(/"[^"]*"|[^,]+|(?<=,)(?=,)/g) ?? []).map((cell) => cell.replaceAll('"', ''));
  const found = Object.fromEntries(head.split(',').map((name, index) => [name, cells[index]]));
  expect([found, rest]).toMatchObject([
    { orderId: 'flagged', flags: 'banned-referrer', review: 'held', seen: NOTE, by: "'=Eve", note: 'Asked' },
    [],
  ]);
  expect(found.since).toBe('2026-06-10T12:00:00.000Z');
});

describe('who reads and decides', () => {
  test('a site’s key its own site', async () => {
    await collector.addSite({ id: 'other' });
    const key = { authorization: `Bearer ${site.secretKey}` };
    const { json } = await judge('flagged', { verdict: 'approved' }, key);
    expect(json.review.history).toMatchObject([{ verdict: 'approved', by: 'site key' }]);
    expect((await collector.api('GET', '/reviews?site=other', undefined, key)).status).toBe(403);
  });

  test('a partner never, not even about its own', async () => {
    expect((await asAlice('GET', '/reviews')).status).toBe(403);
    const tried = await asAlice('POST', `/conversions/${ids.flagged}/review`, { verdict: 'approved' });
    expect(tried.status).toBe(403);
    expect(await balance()).toEqual({ held: money(500), payable: money(500), paid: [] });
  });

  test('a partner sees that it is under review, and of a rejection why', async () => {
    const path = `/conversions/${ids.flagged}`;
    const open = (await asAlice('GET', path)).json;
    expect(open.review).toEqual({ state: 'open', since: '2026-05-01T12:00:00.000Z' });
    expect(JSON.stringify(open)).not.toContain('banned');
    await judge('flagged', { verdict: 'held', note: 'A secret', by: 'Eve' });
    const held = (await asAlice('GET', path)).json;
    expect(held.review).toEqual({ state: 'held', since: '2026-06-10T12:00:00.000Z' });
    expect(held.explanation).toContain('Held by the shop since 2026-06-10: nothing is paid');
    await judge('flagged', { verdict: 'rejected', note: 'Own order', by: 'Eve' });
    const rejected = (await asAlice('GET', path)).json;
    expect(rejected.review).toMatchObject({ state: 'rejected', note: 'Own order' });
    expect(rejected.explanation).toContain('Rejected by the shop on 2026-06-10 (“Own order”)');
    const seen = JSON.stringify([open, held, rejected, (await asAlice('GET', '/ledger')).json]);
    expect(seen).not.toMatch(/Eve|secret|banned/);
  });

  test('a partner who lost it sees nothing of it', async () => {
    const events = [{ id: 'both', type: 'purchase', orderId: 'both', amount: '50', currency: 'EUR' }];
    const touched = events.map((event) => ({ ...event, code: 'alice', coupon: 'bob' }));
    const { json } = await collector.api('POST', '/events', { events: touched });
    ids.both = json.results[0].conversion;
    await judge('both', { verdict: 'rejected', note: 'Bob knows' });
    const seen = (await asAlice('GET', `/conversions/${ids.both}`)).json;
    expect([seen.status, seen.review]).toEqual(['refused', undefined]);
    expect(JSON.stringify(seen)).not.toMatch(/Bob knows|under review|Rejected/);
  });
});

test('a statement with reviews on it is good, and its balance follows from its lines', async () => {
  await judge('plain', { verdict: 'held' });
  await judge('flagged', { verdict: 'rejected', note: 'Own order' });
  const { json } = await collector.api('GET', `/statements/${alice.id}`);
  expect(await verifyStatement(json, webcrypto.subtle)).toMatchObject({ ok: true });
  expect(json.balance).toEqual({ held: money(500), payable: [], paid: [] });
  expect(json.lines.map(({ type, minor, review, note }: Json) => [type, minor, review, note])).toEqual([
    ['earning', 500, 'open', undefined],
    ['earning', 500, undefined, undefined],
    ['adjustment', 0, 'held', undefined],
    ['adjustment', -500, 'rejected', 'Own order'],
  ]);
});

describe('the command line', () => {
  test('lists, holds, approves and rejects', async () => {
    const list = await run('list');
    expect(list).toMatchObject({ code: 0, err: '' });
    expect(list.out).toMatch(new RegExp(`${ids.flagged} .*flagged .*Alice .*5.00 EUR .*${NOTE}`));
    expect(list.out).toContain('1 open, 0 held, 0 approved, 0 rejected');
    const held = await run('hold', String(ids.flagged), String(ids.bobs), '--note', 'Odd', '--by', 'Eve');
    expect(held.out.match(/is held\. Credited to (Alice|Bob).*Held by Eve.*\(“Odd”\)/g)).toHaveLength(2);
    expect((await run('list', '--state', 'held')).out).toContain('0 open, 2 held');
    expect((await run('approve', String(ids.flagged))).out).toContain('is approved');
    expect((await run('reject', String(ids.bobs), '--json')).out).toContain('"state": "rejected"');
    const again = await run('approve', String(ids.flagged));
    expect([again.code, again.err]).toEqual([1, expect.stringContaining('it can be held or rejected')]);
  }, 120_000);
});

function run(...args: string[]): Promise<{ code: number | null; out: string; err: string }> {
  const env = { ...process.env, REFTALLY_URL: collector.url, REFTALLY_ADMIN_KEY: ADMIN_KEY };
  const child = spawn(process.execPath, [BIN, 'review', ...args], { env });
  const said = { out: '', err: '' };
  child.stdout.on('data', (chunk) => {
    said.out += String(chunk);
  });
  child.stderr.on('data', (chunk) => {
    said.err += String(chunk);
  });
  return new Promise((resolve) => child.on('close', (code) => resolve({ code, ...said })));
}
