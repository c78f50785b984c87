import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { parseCsv } from '../src/cli/parseCsv.js';
import { runCli } from './runCli.js';
import { type TestCollector, testCollector } from './testCollector.js';

const NOW = Date.UTC(2026, 4, 15, 12);

let collector: TestCollector;
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'reftally-customers-'));
  collector = await testCollector({ clock: () => NOW });
  await collector.addSite({ policy: { commission: [{ on: 'purchase', percent: '10' }] } });
  await collector.addPartner('Alice', { code: 'alice' });
});
afterAll(async () => {
  await collector.close();
  await rm(folder, { recursive: true });
});

const imports = (customers: unknown) => collector.api('POST', '/customers', { customers });
const buy = async (orderId: string, customerId: string, more: object = {}) => {
  const order = { id: orderId, type: 'purchase', orderId, amount: '100.00', currency: 'EUR', customerId };
  return (await collector.api('POST', '/events', { events: [{ ...order, ...more }] })).json.results[0];
};
const inFile = async (name: string, text: string) => {
  await writeFile(join(folder, name), text);
  return join(folder, name);
};

test('an import answers every customer, and one that is wrong costs only itself', async () => {
  const { status, json } = await imports([
    { customerId: 'c_1', since: '2024-03-31' },
    { customerId: 42 },
    { customerId: 'c_1' },
    { since: '2024-03-31' },
    { customerId: 'c_2', since: 'last year' },
    { customerId: 'c_3', since: '2026-05-15T12:00:01Z' },
    { customerId: 'c_4', name: 'Anna' },
    'c_5',
  ]);
  expect(status).toBe(200);
  const when = 'expected a day such as "2024-03-31" or a time such as "2024-03-31T12:00:00Z"';
  expect(json.results).toEqual([
    { customerId: 'c_1', status: 'new' },
    { customerId: '42', status: 'new' },
    { customerId: 'c_1', status: 'known' },
    {
      customerId: null,
      status: 'invalid',
      message: 'customerId: expected text of 1 to 128 characters, and it is missing',
    },
    { customerId: 'c_2', status: 'invalid', message: `since: ${when}` },
    {
      customerId: 'c_3',
      status: 'invalid',
      message: 'since: expected a time that has been, got "2026-05-15T12:00:01Z"',
    },
    { customerId: 'c_4', status: 'invalid', message: 'name: is not a field of a customer' },
    {
      customerId: null,
      status: 'invalid',
      message: 'customer: expected an object {customerId, since?}, got string',
    },
  ]);
});

test('nobody is credited for them, and the receipt says why', async () => {
  expect(await buy('o1', 'c_1', { code: 'alice' })).toMatchObject({
    status: 'refused',
    reason: 'existing-customer',
  });
  const { json } = await collector.api('GET', '/conversions');
  expect(json.conversions[0]).toMatchObject({
    status: 'refused',
    reason: 'existing-customer',
    explanation: 'Not credited. The customer is on the shop’s list of those whom it had before.',
    receipt: { customer: 'imported', candidates: [{ code: 'alice', why: 'existing-customer' }] },
  });
  const { json: totals } = await collector.api('GET', '/totals?from=2026-05-15&to=2026-05-15');
  expect(totals).toMatchObject({ direct: { purchases: 1 }, refused: { 'existing-customer': 1 } });
});

test('they are listed, page by page and as CSV', async () => {
  const first = (await collector.api('GET', '/customers?limit=1')).json;
  expect(first.customers).toEqual([{ customerId: '42', importedAt: '2026-05-15T12:00:00.000Z' }]);
  const second = (await collector.api('GET', `/customers?limit=1&cursor=${first.nextCursor}`)).json;
  expect(second).toEqual({
    customers: [
      { customerId: 'c_1', since: '2024-03-31T00:00:00.000Z', importedAt: '2026-05-15T12:00:00.000Z' },
    ],
  });
  expect((await collector.api('GET', '/customers?format=csv')).text).toBe(
    'customerId,since,importedAt\r\n42,,2026-05-15T12:00:00.000Z\r\nc_1,2024-03-31T00:00:00.000Z,2026-05-15T12:00:00.000Z\r\n',
  );
});

test.each([
  [[], 400, /customers: expected a list of 1 to 1000 customers/],
  [
    Array.from({ length: 1001 }, (_, i) => ({ customerId: i })),
    413,
    /customers: expected at most 1000 a request, got 1001/,
  ],
  [undefined, 400, /customers: expected a list of customers/],
])('a list that cannot be taken says why', async (customers, status, message) => {
  const answer = await imports(customers);
  expect(answer.status).toBe(status);
  expect(answer.json.error.message).toMatch(message);
});

test.each([
  [
    'customers.csv',
    '\uFEFFname,customerId,since\r\n"Baker, ""Al""\r\nice",d_1,2025-01-01\r\n\r\nBen,d_2,\r\nCleo,,x\r\n',
    6,
  ],
  [
    'customers.ndjson',
    '{"customerId":"e_1","since":"2025-01-01"}\n\n{"customerId":"e_2"}\n{"since":"x"}\n',
    4,
  ],
])('reftally customers import %s: a summary, and the lines that are wrong', async (name, text, bad) => {
  const file = await inFile(name, text);
  const first = await runCli(collector.url, 'customers', 'import', file);
  expect(first).toMatchObject({ code: 1, err: '' });
  const [head, wrong] = first.out.split('\n');
  expect(head).toBe('3 customers: 2 new, 0 known before, 1 invalid.');
  expect(wrong).toMatch(new RegExp(`^ {2}line ${bad}: customerId: expected text`));
  const again = await runCli(collector.url, 'customers', 'import', file, '--json');
  expect(JSON.parse(again.out)).toMatchObject({ new: 0, known: 2, invalid: [{ line: bad }] });
  const { out } = await runCli(collector.url, 'customers', 'list');
  expect(out).toMatch(/[de]_1 +2025-01-01 +2026-05-15/);
});

test('a file of thousands goes in pieces, without an error', async () => {
  const rows = Array.from({ length: 2500 }, (_, i) => `f_${i}`);
  const file = await inFile('many.csv', ['customerId', ...rows].join('\n'));
  const { code, out } = await runCli(collector.url, 'customers', 'import', file);
  expect([code, out]).toEqual([0, '2500 customers: 2500 new, 0 known before, 0 invalid.\n']);
});

test('new customers only, on the command line: what it would change, and the change', async () => {
  for (const orderId of ['n1', 'n2'])
    expect(await buy(orderId, 'nina', { code: 'alice' })).toMatchObject({ status: 'accepted' });
  const would = await runCli(collector.url, 'replay', '--new-customers-only', 'on', '--json');
  expect(JSON.parse(would.out)).toMatchObject({
    changed: 1,
    examples: [{ orderId: 'n2', after: { reason: 'existing-customer' } }],
  });
  const wrong = await runCli(collector.url, 'site', 'set', 'shop', '--new-customers-only', 'yes');
  expect([wrong.code === 0, wrong.err]).toEqual([false, expect.stringContaining('Expected on or off.')]);
  const set = await runCli(collector.url, 'site', 'set', 'shop', '--new-customers-only', 'on', '--json');
  expect(JSON.parse(set.out).policy).toMatchObject({ newCustomersOnly: true });
  expect(await buy('n3', 'nina', { code: 'alice' })).toMatchObject({ reason: 'existing-customer' });
});

test.each([
  ['ids.csv', 'id,since\n1,\n', /expected a column called customerId .* in the first line, got id, since/],
  ['quote.csv', 'customerId\n"c_1\n', /quote\.csv, line 2: a quote is not closed/],
  ['rows.jsonl', '{"customerId":"c_1"}\nc_2\n', /rows\.jsonl, line 2, is not JSON/],
])('%s cannot be read, and says which line', async (name, text, message) => {
  const { code, err } = await runCli(collector.url, 'customers', 'import', await inFile(name, text));
  expect(code).toBe(1);
  expect(err).toMatch(message);
});

test.each<[string, string, string[][]]>([
  ['nothing', '', []],
  ['a last line without an end', 'a,b\nc,d', [['a', 'b'], ['c', 'd']]], // biome-ignore format: a table
  ['empty cells', 'a,\n,b\n', [['a', ''], ['', 'b']]], // biome-ignore format: a table
  ['an empty cell at the very end', 'a,', [['a', '']]],
  ['quotes, commas and line ends in quotes', '"a""b","c,\nd"\r\n', [['a"b', 'c,\nd']]],
])('CSV: %s', (_name, text, expected) => {
  expect(parseCsv(text).map(({ cells }) => cells)).toEqual(expected);
});
