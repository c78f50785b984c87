import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { openPage, type TestPage } from './page.js';

const script = String(readFileSync(new URL('../dist/dataLayer.min.js', import.meta.url)));
const own = (page: TestPage) => page.window as unknown as { dataLayer: unknown[]; answers: unknown[] };

/** A page with both scripts, on which `code` runs after them (`before`: ahead of them). */
async function pageThatSays(code: string, before = '', attributes = ''): Promise<TestPage> {
  const page = await openPage({ before: (window) => window.eval(before) });
  run(page, attributes);
  page.window.eval(code);
  await page.pass(1000);
  return page;
}

/** Runs the adapter as a script tag with these attributes. */
function run({ window }: TestPage, attributes = ''): void {
  const tag = window.document.createElement('div');
  tag.innerHTML = `<i ${attributes}></i>`;
  const value = tag.firstChild;
  Object.defineProperty(window.document, 'currentScript', { value, configurable: true });
  window.eval(script);
  Object.defineProperty(window.document, 'currentScript', { value: null, configurable: true });
}

const said = (page: TestPage) =>
  page.sent
    .flat()
    .filter(({ n }) => n !== 'pageview')
    .map(({ n, p }) => [n, p]);

const MUG = `{ item_id: 'mug', item_name: 'Drift mug', item_category: 'Cups', price: 12.5, quantity: 2 }`;
const ORDER = `{ transaction_id: 'A1', value: 25, currency: 'EUR', items: [${MUG}] }`;
const MUG_SENT = { id: 'mug', name: 'Drift mug', category: 'Cups', amount: '12.5', quantity: 2 };
const ORDER_SENT = { orderId: 'A1', amount: '25', currency: 'EUR', items: [MUG_SENT] };
const GTAG = 'function gtag() { dataLayer.push(arguments); }';

test.each<[string, string, unknown[]]>([
  ['a GTM object', `dataLayer.push({ event: 'purchase', ecommerce: ${ORDER} })`, ['purchase', ORDER_SENT]],
  [
    'a flat object',
    `dataLayer.push({ event: 'purchase', transaction_id: 7, value: '0', currency: 'usd', coupon: '' })`,
    ['purchase', { orderId: '7', amount: '0', currency: 'USD' }],
  ],
  ["gtag's arguments", `${GTAG}; gtag('event', 'purchase', ${ORDER})`, ['purchase', ORDER_SENT]],
  [
    'a coupon and a user id',
    `dataLayer.push({ event: 'purchase', user_id: 'c9', ecommerce: { transaction_id: 'A1', value: '9.90', currency: 'EUR', coupon: 'ALICE' } })`,
    ['purchase', { orderId: 'A1', amount: '9.90', currency: 'EUR', coupon: 'ALICE', customerId: 'c9' }],
  ],
  [
    'a user id said before, by config',
    `${GTAG}; gtag('config', 'G-1', { user_id: 'c9' }); gtag('event', 'sign_up', { method: 'mail' })`,
    ['signup', { customerId: 'c9' }],
  ],
  [
    'a user id said before, by set',
    `${GTAG}; gtag('set', 'user_id', 81); gtag('event', 'sign_up')`,
    ['signup', { customerId: '81' }],
  ],
  [
    'a user id said before, by an object',
    `dataLayer.push({ user_id: 'c9' }); dataLayer.push({ event: 'sign_up' })`,
    ['signup', { customerId: 'c9' }],
  ],
  [
    'a whole refund',
    `dataLayer.push({ event: 'refund', ecommerce: { transaction_id: 'A1' } })`,
    ['refund', { refundId: 'A1', orderId: 'A1' }],
  ],
  [
    'a part of it',
    `dataLayer.push({ event: 'refund', ecommerce: { transaction_id: 'A1', value: 12.5, currency: 'EUR', items: [${MUG}] } })`,
    ['refund', { refundId: 'A1-12.5', orderId: 'A1', amount: '12.5', currency: 'EUR' }],
  ],
  [
    'a part of it, with an id',
    `dataLayer.push({ event: 'refund', refund_id: 'R1', transaction_id: 'A1', value: 1, currency: 'EUR' })`,
    ['refund', { refundId: 'R1', orderId: 'A1', amount: '1', currency: 'EUR' }],
  ],
])('%s, said before and after', async (_name, code, [event, props]) => {
  const after = await pageThatSays(code, 'window.dataLayer = []');
  const before = await pageThatSays('', `window.dataLayer = []; ${code}`);
  for (const page of [after, before]) expect(said(page)).toEqual([[event, props]]);
});

test.each([
  ['no sign-up without a customer', `{ event: 'sign_up', method: 'mail' }`],
  ['no sign-up of a guest', `{ event: 'sign_up', user_id: 'undefined' }`],
  ['no sign-up under an address', `{ event: 'sign_up', user_id: 'ann@shop.test' }`],
  [
    'no refund of some items whose worth is unknown',
    `{ event: 'refund', transaction_id: 'A1', items: [${MUG}] }`,
  ],
  ['other events', `{ event: 'add_to_cart', ecommerce: ${ORDER} }`],
  ['a name that every object has', `{ event: 'constructor' }`],
  ['a function', `function () { this.set('time', 1); }`],
  ['null', 'null'],
  ['a text', `'purchase'`],
  ['a value with a comma', `{ event: 'purchase', transaction_id: 'A1', currency: 'EUR', value: '49,90' }`],
  ['an object that throws', `{ get event() { throw new Error('no'); } }`],
])('not reported: %s', async (_name, entry) => {
  const page = await pageThatSays(`dataLayer.push(${entry})`);
  expect([said(page), page.errors]).toEqual([[], []]);
  expect(own(page).dataLayer).toHaveLength(1);
});

test.each([
  [19.9, '19.9'],
  [0.1 + 0.2, '0.3'],
  [59.97 + 30, '89.97'],
  [1234567.89, '1234567.89'],
  [4999, '4999'],
  ['49.90', '49.90'],
  [' 49.90 ', '49.90'],
])('the value %j goes as %s', async (value, amount) => {
  const page = await pageThatSays(
    `dataLayer.push({ event: 'purchase', transaction_id: 'A1', currency: 'EUR', value: ${JSON.stringify(value)} })`,
  );
  expect(said(page)).toMatchObject([['purchase', { amount }]]);
});

test.each([
  ['guests', { user_id: 'null' }, 'customerId'],
  ['an address', { user_id: 'ann@shop.test' }, 'customerId'],
  ['a coupon that is too long', { coupon: 'x'.repeat(65) }, 'coupon'],
  ['items that are none', { items: 'mug' }, 'items'],
])('what would spoil a purchase is left out: %s', async (_name, extra, field) => {
  const page = await pageThatSays(
    `dataLayer.push({ event: 'purchase', transaction_id: 'A1', currency: 'EUR', value: 1, ...${JSON.stringify(extra)} })`,
  );
  const [[, props] = []] = said(page) as [string, object][];
  expect(props).toMatchObject({ orderId: 'A1', amount: '1' });
  expect(props).not.toHaveProperty(field);
});

test('items that the collector would refuse do not cost the sale', async () => {
  const broken = [
    null,
    {},
    { item_name: 'Only\na name', quantity: 'two', price: null },
    { item_id: 9, quantity: '3' },
  ];
  const page = await pageThatSays(
    `dataLayer.push({ event: 'purchase', transaction_id: 'A1', currency: 'EUR', value: 1, items: ${JSON.stringify(broken)} })`,
  );
  const [[, props] = []] = said(page) as [string, { items: object[] }][];
  expect(props?.items).toEqual([
    { id: 'Only a name', name: 'Only a name' },
    { id: '9', quantity: 3 },
  ]);
});

test.each([
  ['100 with long names', 100, 100, { id: 'p0', amount: '9' }],
  ['more than 100', 130, 1, { id: 'p0', amount: '9' }],
])('many items fit into an event: %s', async (_name, count, length, first) => {
  const page = await pageThatSays(
    `dataLayer.push({ event: 'purchase', transaction_id: 'A1', currency: 'EUR', value: 1, items: Array.from({ length: ${count} }, (_, i) => ({
      item_id: 'p' + i, item_name: 'é'.repeat(${length}), price: 9 })) })`,
  );
  const [[, props] = []] = said(page) as [string, { items: object[] }][];
  expect(props?.items).toHaveLength(100);
  expect(props?.items[0]).toMatchObject(first);
});

test('items that do not fit at all are left out, and the sale is not', async () => {
  const page = await pageThatSays(
    `dataLayer.push({ event: 'purchase', transaction_id: 'A1', currency: 'EUR', value: 1, items: Array.from({ length: 100 }, (_, i) => ({
      item_id: 'é'.repeat(100) + i })) })`,
  );
  expect(said(page)).toMatchObject([['purchase', { orderId: 'A1' }]]);
  expect(said(page)[0]?.[1]).not.toHaveProperty('items');
});

test('the page’s own push comes first, keeps its `this` and its result; one that throws is not hidden', async () => {
  const page = await pageThatSays(
    `answers.push(dataLayer.push({ event: 'purchase', ecommerce: ${ORDER} }));
     try { dataLayer.push('throw'); } catch (error) { answers.push(error.message); }`,
    `window.answers = []; window.dataLayer = [];
     dataLayer.push = function (entry) {
       if (entry === 'throw') throw new Error('host');
       answers.push(this === dataLayer);
       Array.prototype.push.call(this, entry);
       return 'kept';
     };`,
  );
  expect(own(page).answers).toEqual([true, 'kept', 'host']);
  expect(said(page)).toHaveLength(1);
});

test('a tag manager that comes later and wraps push as well: both hear everything', async () => {
  const page = await pageThatSays(
    `const ours = dataLayer.push;
     dataLayer.push = function () { answers.push(...arguments); return ours.apply(dataLayer, arguments); };
     dataLayer.push({ event: 'purchase', ecommerce: ${ORDER} }, { event: 'other' });`,
    'window.answers = [];',
  );
  expect(own(page).answers).toHaveLength(2);
  expect(own(page).dataLayer).toHaveLength(2);
  expect(said(page)).toHaveLength(1);
});

test('twice on a page: reported once', async () => {
  const page = await openPage();
  run(page);
  run(page);
  page.window.eval(`dataLayer.push({ event: 'sign_up', user_id: 'c9' })`);
  await page.pass(1000);
  expect(said(page)).toHaveLength(1);
});

test('before the base script: what is said waits for it', async () => {
  const page = await openPage({
    before: (window) => {
      window.eval(script);
      window.eval(`dataLayer.push({ event: 'purchase', ecommerce: ${ORDER} })`);
    },
  });
  await page.pass(1000);
  expect(said(page)).toMatchObject([['purchase', ORDER_SENT]]);
  expect(page.sent.flat().find(({ n }) => n === 'purchase')?.a?.t[0]?.[0]).toBe('bob');
});

test('another list, and only some events, by attributes', async () => {
  const page = await pageThatSays(
    `shopEvents.push({ event: 'sign_up', user_id: 'c9' }, { event: 'purchase', ecommerce: ${ORDER} });`,
    '',
    'data-name="shopEvents" data-events="purchase, refund"',
  );
  expect(said(page)).toMatchObject([['purchase', {}]]);
  expect(page.window).not.toHaveProperty('dataLayer');
});

test('a global that is no list is left alone', async () => {
  const page = await pageThatSays(
    'dataLayer.push({ event: "purchase" })',
    'window.dataLayer = { push() {} }',
  );
  expect([said(page), page.errors]).toEqual([[], []]);
});
