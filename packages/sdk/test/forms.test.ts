import { readFileSync } from 'node:fs';
import { fromClientReference, toClientReference } from '@reftally/sdk/forms';
import { expect, test } from 'vitest';
import { openPage, type TestPage } from './page.js';

const script = String(readFileSync(new URL('../dist/forms.min.js', import.meta.url)));

interface Setup {
  url?: string;
  attributes?: string;
  late?: boolean;
}

/** A page with both scripts and this body; what is sent and followed goes nowhere. */
async function pageOf(body: string, { url, attributes = '', late }: Setup = {}): Promise<TestPage> {
  const start = (window: TestPage['window']) => {
    const tag = window.document.createElement('div');
    tag.innerHTML = `<i ${attributes}></i>`;
    Object.defineProperty(window.document, 'currentScript', { value: tag.firstChild, configurable: true });
    window.eval(script);
    Object.defineProperty(window.document, 'currentScript', { value: null, configurable: true });
  };
  const page = await openPage({
    ...(url && { url }),
    before: (window) => !late && start(window as TestPage['window']),
  });
  if (late) start(page.window);
  page.window.document.body.innerHTML = body;
  for (const type of ['submit', 'click', 'auxclick'])
    page.window.addEventListener(type, (event) => event.preventDefault());
  return page;
}

/** Sends the page's form, and says what is in its field then. */
function send({ window }: TestPage, field = 'referral'): string | undefined {
  const form = window.document.querySelector('form') as HTMLFormElement;
  form.requestSubmit();
  return (form.querySelector(`[name=${field}]`) as HTMLInputElement | null)?.value;
}

/** Clicks the element with the id `it` (or what the selector names), and says where its link leads then. */
function click({ window }: TestPage, type = 'click'): string | undefined {
  const at = window.document.querySelector('#it') as HTMLElement;
  at.dispatchEvent(new window.MouseEvent(type, { bubbles: true, cancelable: true, composed: true }));
  return at.closest('a')?.href;
}

const HIDDEN = '<form><input type="hidden" name="referral"></form>';

test.each<[string, string, Setup, string | undefined]>([
  ['a hidden field', HIDDEN, {}, 'bob'],
  ['the same, with the adapter loaded last', HIDDEN, { late: true }, 'bob'],
  ['a hidden field with the code of before', HIDDEN.replace('>', ' value="eve">'), {}, 'bob'],
  ['a visible field that is empty', '<form><input name="referral"></form>', {}, 'bob'],
  ['a visible field with a name in it', '<form><input name="referral" value="Ann"></form>', {}, 'Ann'],
  ['a field that is switched off', HIDDEN.replace('name', 'disabled name'), {}, ''],
  ['no such field', '<form></form>', {}, undefined],
  [
    'no such field in a form that gets one',
    '<form class="a"></form>',
    { attributes: 'data-forms=".a"' },
    'bob',
  ],
  ['no such field in another form', '<form></form>', { attributes: 'data-forms=".a"' }, undefined],
  ['a selector that is none', HIDDEN, { attributes: 'data-forms="<"' }, 'bob'],
  ['nobody referred', HIDDEN, { url: 'https://www.shop.test/' }, ''],
  ['a field for a text of several lines', '<form><textarea name="referral"></textarea></form>', {}, ''],
  ['two fields of the name', `<form><input name="referral"><input name="referral"></form>`, {}, ''],
])('forms: %s', async (_name, body, setup, value) => {
  const page = await pageOf(body, setup);
  expect(send(page)).toBe(value);
  expect(page.errors).toEqual([]);
});

test('a field of another name', async () => {
  const page = await pageOf('<form><input name="partner"></form>', { attributes: 'data-field="partner"' });
  expect(send(page, 'partner')).toBe('bob');
});

test('a field is added once, however often the form is sent', async () => {
  const page = await pageOf('<form></form>', { attributes: 'data-forms="form"' });
  send(page);
  send(page);
  expect(page.window.document.querySelectorAll('[name=referral]')).toHaveLength(1);
});

const REFERENCE = 'client_reference_id=rt-bob';
const stripe = (rest = '') => `<a id="it" href="https://buy.stripe.com/abc${rest}">Buy</a>`;

test.each<[string, string, Setup, string]>([
  ['a payment link', stripe(), {}, `https://buy.stripe.com/abc?${REFERENCE}`],
  ['with the adapter loaded last', stripe(), { late: true }, `https://buy.stripe.com/abc?${REFERENCE}`],
  [
    'with a query, which stays as it is',
    stripe('?a=1%20+2#x'),
    {},
    `https://buy.stripe.com/abc?a=1%20+2&${REFERENCE}#x`,
  ],
  [
    'that has one',
    stripe('?client_reference_id=u1'),
    {},
    'https://buy.stripe.com/abc?client_reference_id=u1',
  ],
  [
    'something inside the link',
    `<a href="https://buy.stripe.com/abc"><b id="it">Buy</b></a>`,
    {},
    `https://buy.stripe.com/abc?${REFERENCE}`,
  ],
  [
    'another host',
    '<a id="it" href="https://xbuy.stripe.com/abc">Buy</a>',
    {},
    'https://xbuy.stripe.com/abc',
  ],
  [
    'a listed host',
    '<a id="it" href="https://pay.shop.test/abc">Buy</a>',
    { attributes: 'data-hosts="buy.stripe.com, pay.shop.test"' },
    `https://pay.shop.test/abc?${REFERENCE}`,
  ],
  ['no hosts at all', stripe(), { attributes: 'data-hosts=""' }, 'https://buy.stripe.com/abc'],
  ['nobody referred', stripe(), { url: 'https://www.shop.test/' }, 'https://buy.stripe.com/abc'],
])('links: %s', async (_name, body, setup, address) => {
  for (const type of ['click', 'auxclick']) {
    const page = await pageOf(body, setup);
    expect(click(page, type)).toBe(address);
    expect(page.errors).toEqual([]);
  }
});

test('a link in a shadow tree', async () => {
  const page = await pageOf('<div></div>');
  const root = page.window.document.querySelector('div')?.attachShadow({ mode: 'open' }) as ShadowRoot;
  root.innerHTML = stripe();
  const link = root.querySelector('a') as HTMLAnchorElement;
  link.dispatchEvent(
    new page.window.MouseEvent('click', { bubbles: true, cancelable: true, composed: true }),
  );
  expect(link.href).toContain(REFERENCE);
});

test.each([
  ['alice', 'rt-alice'],
  ['a_b', 'rt-a__b'],
  ['a.b~c-d', 'rt-a_db_tc-d'],
  ['_d', 'rt-__d'],
  ['__', 'rt-____'],
  ['~'.repeat(64), `rt-${'_t'.repeat(64)}`],
])('the code %s goes to Stripe as %s, and back', (code, reference) => {
  expect(toClientReference(code)).toBe(reference);
  expect(reference).toMatch(/^[A-Za-z0-9_-]{1,200}$/);
  expect(fromClientReference(reference)).toBe(code);
});

test.each(['', 'two words', 'é', 'x'.repeat(65)])('%j is no code', (code) => {
  expect(toClientReference(code)).toBeUndefined();
});

test.each([undefined, null, '', 'alice', 'rt-', 'rt-a_', 'rt-a_x', 'rt-a.b'])(
  '%j is no reference of ours',
  (text) => {
    expect(fromClientReference(text)).toBeUndefined();
  },
);
