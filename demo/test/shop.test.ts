import { afterAll, beforeAll, expect, test } from 'vitest';
import { type RunningShop, startShop } from '../src/index.js';

let shop: RunningShop;

beforeAll(async () => {
  shop = await startShop({ port: 0, collectorUrl: 'http://localhost:4800', siteKey: 'pk_demo' });
});
afterAll(() => shop.close());

function get(path: string, cookie = ''): Promise<Response> {
  return fetch(shop.url + path, { headers: { cookie }, redirect: 'manual' });
}

function post(path: string, fields: Record<string, string>, cookie = ''): Promise<Response> {
  const body = new URLSearchParams(fields);
  return fetch(shop.url + path, { method: 'POST', body, headers: { cookie }, redirect: 'manual' });
}

/** Puts a dripper into the cart of a new browser and gives its cookie. */
async function fillCart(currency = 'EUR'): Promise<string> {
  const response = await post(`/cart/add?currency=${currency}`, { slug: 'cone-dripper', quantity: '2' });
  return response.headers.get('set-cookie')?.split(';')[0] ?? '';
}

const parcel = {
  name: 'Ada',
  email: 'ada@example.com',
  street: 'Storgata 1',
  postcode: '9008',
  city: 'Tromsø',
};

test.each(['/', '/products/drift-mug?currency=JPY', '/cart', '/signup', '/signin', '/nowhere'])(
  'looking at %s sets no cookie, and carries the script tag under a strict policy',
  async (path) => {
    const response = await get(path);
    expect(response.headers.get('set-cookie')).toBeNull();
    expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
    const page = await response.text();
    expect(page).toContain('<script defer src="http://localhost:4800/r.js" data-site="pk_demo"></script>');
    expect(page.match(/<script(?![^>]+src=)|<style| style=| on\w+=/g)).toBeNull();
  },
);

test.each([
  ['EUR', '68.00', '€68.00'],
  ['USD', '72.00', '$72.00'],
  ['JPY', '10800', '¥10,800'],
])('an order in %s reports its amount as %s', async (currency, amount, price) => {
  const cookie = await fillCart(currency);
  const thanks = (await post('/checkout', parcel, cookie)).headers.get('location') ?? '';
  const page = await (await get(thanks, cookie)).text();
  expect(page).toContain(
    `&quot;amount&quot;:&quot;${amount}&quot;,&quot;currency&quot;:&quot;${currency}&quot;`,
  );
  expect(page).toContain(price);
});

test('an order is nobody else’s to look at', async () => {
  const cookie = await fillCart();
  const thanks = (await post('/checkout', parcel, cookie)).headers.get('location') ?? '';
  expect((await get(thanks, cookie)).status).toBe(200);
  expect((await get(thanks)).status).toBe(404);
  expect((await get(thanks, await fillCart())).status).toBe(404);
});

test('a cart gathers what one browser takes, at most twenty of a kind', async () => {
  const cookie = await fillCart();
  const more = await post('/cart/add', { slug: 'drift-mug', quantity: '1' }, cookie);
  expect(more.headers.get('set-cookie')).toBeNull();
  await post('/cart/add', { slug: 'cone-dripper', quantity: '19' }, cookie);
  const page = await (await get('/cart', cookie)).text();
  expect([...page.matchAll(/type="number"[^>]*value="(\d+)"/g)].map((match) => match[1])).toEqual([
    '20',
    '1',
  ]);
});

test('paying twice makes one order', async () => {
  const cookie = await fillCart();
  expect((await post('/checkout', parcel, cookie)).headers.get('location')).toMatch(/^\/thanks\/NL-/);
  expect((await post('/checkout', parcel, cookie)).headers.get('location')).toBe('/cart');
});

test.each([
  ['nothing', {}, 5],
  ['no city', { ...parcel, city: ' ' }, 1],
  ['a bad address', { ...parcel, email: 'ada@' }, 1],
])('checking out with %s names every problem', async (_name, fields, problems) => {
  const response = await post('/checkout', fields, await fillCart());
  expect(response.status).toBe(422);
  expect((await response.text()).match(/aria-invalid="true"/g)).toHaveLength(problems);
});

test('what people type is never markup', async () => {
  const name = '<img src=x onerror=alert(1)>"\'&';
  const response = await post('/signup', { name, email: 'not an address' });
  const page = await response.text();
  expect(page).not.toContain('<img src=x');
  expect(page).toContain('value="&lt;img src=x onerror=alert(1)&gt;&quot;&#39;&amp;"');
});

test('one address makes one account, which signs in from any browser', async () => {
  const account = { name: 'Grace', email: 'grace@example.com' };
  const first = (await post('/signup', account)).headers.get('set-cookie')?.split(';')[0] ?? '';
  const id = /cus_\w{12}/.exec(await (await get('/welcome', first)).text())?.[0];
  expect((await post('/signup', { ...account, email: 'GRACE@example.com' })).status).toBe(422);
  const elsewhere = (await post('/signin', account)).headers.get('set-cookie')?.split(';')[0] ?? '';
  expect(await (await get('/welcome', elsewhere)).text()).toContain(id);
});

const changes: [quantity: string, left: string | undefined][] = [
  ['3', '3'],
  ['20', '20'],
  ['0', undefined],
  ...['-1', '1.5', 'x', '1e1', '21', ''].map((nonsense): [string, string] => [nonsense, '2']),
];

test.each(changes)('changing a quantity of 2 to "%s" leaves %s', async (quantity, left) => {
  const cookie = await fillCart();
  await post('/cart/change', { slug: 'cone-dripper', quantity }, cookie);
  const page = await (await get('/cart', cookie)).text();
  expect(/name="quantity" type="number"[^>]*value="(\d+)"/.exec(page)?.[1]).toBe(left);
});
