import { afterAll, beforeAll, expect, test } from 'vitest';
import { csvText } from '../src/api/csvText.js';
import { totalsCsv } from '../src/api/totalsCsv.js';
import { type TestCollector, testCollector } from './testCollector.js';

test.each([
  ['plain', 'Alice', 'Alice'],
  ['nothing', undefined, ''],
  ['equals', '=1+1', "'=1+1"],
  ['plus', '+1', "'+1"],
  ['minus', '-1', "'-1"],
  ['at', '@SUM(A1)', "'@SUM(A1)"],
  ['tab', '\t=1', "'\t=1"],
  ['carriage return', '\r=1', "'\r=1"],
  ['line feed', '\n=1', "'\n=1"],
  ['full-width equals', '＝1', "'＝1"],
  ['in the middle', 'a=1', 'a=1'],
])('a cell of text that begins with %s', (_name, text, cell) => {
  expect(csvText(text)).toBe(cell);
});

test('totals have one line per currency, counts in the first only, amounts in major units', () => {
  const lines = totalsCsv.lines({
    partner: 'p',
    code: 'alice',
    name: '=Alice',
    clicks: 3,
    rawClicks: 4,
    pageviews: 5,
    visitors: 2,
    signups: 1,
    purchases: 2,
    refunds: 1,
    revenue: [
      { currency: 'EUR', minor: -500 },
      { currency: 'KWD', minor: 1234 },
    ],
    discounts: [{ currency: 'EUR', minor: 250 }],
    commission: {
      held: [{ currency: 'EUR', minor: 100 }],
      payable: [{ currency: 'JPY', minor: 7 }],
      paid: [],
    },
  });
  expect(lines).toEqual([
    ['p', 'alice', "'=Alice", '', 3, 5, 2, 1, 2, 1, 'EUR', '-5.00', '1.00', '0.00', '0.00', 4, '2.50'],
    ['p', 'alice', "'=Alice", '', '', '', '', '', '', '', 'JPY', '0', '0', '7', '0', '', '0'],
    [
      'p',
      'alice',
      "'=Alice",
      '',
      '',
      '',
      '',
      '',
      '',
      '',
      'KWD',
      '1.234',
      '0.000',
      '0.000',
      '0.000',
      '',
      '0.000',
    ],
  ]);
  for (const line of lines) expect(line).toHaveLength(totalsCsv.columns.length);
});

let collector: TestCollector;
beforeAll(async () => {
  collector = await testCollector();
  await collector.addSite();
  await collector.addPartner('=HYPERLINK("https://evil.example")', { code: 'eve' });
  await collector.addPartner('Ann, "the" Ant', { code: 'ann' });
  const sale = {
    id: 's',
    type: 'purchase',
    orderId: '-1',
    amount: '5',
    currency: 'EUR',
    coupon: 'ann',
    customerId: '@x',
  };
  await collector.api('POST', '/events', { events: [sale] });
});
afterAll(() => collector.close());

test.each([
  ['sites', '/sites', 'id,name,publicKey', 'shop,shop,rt_pub_'],
  ['partners', '/partners', 'id,site,name', `"'=HYPERLINK(""https://evil.example"")"`],
  ['links', '/links', 'id,site,partner', 'https://shop.example/?ref=ann'],
  ['conversions', '/conversions', 'id,site,type', `'-1,'@x,EUR,5.00`],
  ['totals', '/totals', 'partner,code,name', '"Ann, ""the"" Ant",,0,0,0,0,1,0,EUR,5.00,'],
])('%s as CSV, by parameter and by header', async (name, path, head, holds) => {
  const byParameter = await collector.api('GET', `${path}?format=csv`);
  expect(byParameter.headers.get('content-type')).toBe('text/csv; charset=utf-8');
  expect(byParameter.headers.get('content-disposition')).toMatch(
    new RegExp(`^attachment; filename=${name}.*\\.csv$`),
  );
  expect(byParameter.text.startsWith(head)).toBe(true);
  expect(byParameter.text).toContain(holds);
  expect(byParameter.text.endsWith('\r\n')).toBe(true);
  const byHeader = await collector.api('GET', path, undefined, { accept: 'text/csv' });
  expect(byHeader.text).toBe(byParameter.text);
  const asJson = await collector.api('GET', `${path}?format=json`, undefined, { accept: 'text/csv' });
  expect(asJson.json[name]).toBeDefined();
});

test('a list as CSV is whole however many pages it has, unless one is asked for', async () => {
  const many = Array.from({ length: 510 }, (_, n) => ({
    id: `m${n}`,
    type: 'signup',
    customerId: `customer-${n}`,
  }));
  await collector.api('POST', '/events', { events: many.slice(0, 500) });
  await collector.api('POST', '/events', { events: many.slice(500) });
  const linesOf = async (path: string) =>
    (await collector.api('GET', path)).text.trim().split('\r\n').length - 1;
  expect(await linesOf('/conversions?format=csv')).toBe(511);
  expect(await linesOf('/conversions?format=csv&limit=7')).toBe(7);
});
