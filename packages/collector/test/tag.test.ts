import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Json, ORIGIN, type TestCollector, testCollector } from './testCollector.js';

let collector: TestCollector;
let site: Json;
beforeAll(async () => {
  collector = await testCollector();
  site = await collector.addSite();
});
afterAll(() => collector.close());

const change = (tag: unknown, more: object = {}) =>
  collector.api('PATCH', '/sites/shop', { ...(tag !== undefined && { tag }), ...more });
const DEFAULTS = { cookie: '_rt', cookieDomain: 'auto', days: 90, credentials: false, gpc: 'respect' };

test('a site that says nothing has the tag of the script', () => {
  expect(site.tag).toEqual(DEFAULTS);
});

test('a change of the tag merges, and other changes leave it alone', async () => {
  expect((await change({ days: 30 })).json.tag).toEqual({ ...DEFAULTS, days: 30 });
  expect((await change({ credentials: true })).json.tag).toEqual({
    ...DEFAULTS,
    days: 30,
    credentials: true,
  });
  const { json } = await change(undefined, { name: 'The shop' });
  expect(json.tag).toEqual({ ...DEFAULTS, days: 30, credentials: true });
  expect((await change(DEFAULTS)).json.tag).toEqual(DEFAULTS);
});

test('a new site may say it at once', async () => {
  const { tag } = await collector.addSite({ id: 'other', tag: { cookieDomain: 'none' } });
  expect(tag).toEqual({ ...DEFAULTS, cookieDomain: 'none' });
});

describe('what is refused, by field', () => {
  const cases: [string, unknown, string][] = [
    ['no object', 'x', 'tag: expected an object, got string'],
    ['an unknown field', { colour: 'red' }, 'tag.colour: is not known here: expected cookie, cookieDomain'],
    ['a number as cookie', { cookie: 7 }, 'tag.cookie: expected the name of a cookie, got number'],
    ['a cookie that ends a header', { cookie: 'a;b' }, 'tag.cookie: expected the name of a cookie: 1 to 40'],
    ['a cookie without a name', { cookie: '' }, 'tag.cookie: expected the name'],
    ['a long name', { cookie: 'a'.repeat(41) }, 'tag.cookie: expected the name'],
    ['a prefix with conditions', { cookie: '__Host-rt' }, 'tag.cookie: expected another name'],
    ["the script's queue", { cookie: '_rq' }, 'tag.cookie: expected another name'],
    ['the session', { cookie: 'Reftally_Session' }, 'tag.cookie: expected another name'],
    ['a domain with a dot in front', { cookieDomain: '.shop.example' }, 'tag.cookieDomain: expected "auto"'],
    ['a domain in capitals', { cookieDomain: 'Shop.example' }, 'tag.cookieDomain: expected "auto"'],
    ['a top-level domain', { cookieDomain: 'example' }, 'tag.cookieDomain: expected "auto"'],
    ['an address', { cookieDomain: '127.0.0.1' }, 'tag.cookieDomain: expected "auto"'],
    ['a domain and more', { cookieDomain: 'shop.example; Path=/x' }, 'tag.cookieDomain: expected "auto"'],
    [
      'a domain of others',
      { cookieDomain: 'other.example' },
      `tag.cookieDomain: none of origins (${ORIGIN}) is on other.example`,
    ],
    ['no days', { days: 0 }, 'tag.days: expected a whole number of days from 1 to 400'],
    ['half a day', { days: 1.5 }, 'tag.days: expected a whole number of days from 1 to 400'],
    ['more days than browsers keep', { days: 401 }, 'since browsers keep no cookie for longer'],
    ['days as text', { days: '90' }, 'tag.days: expected a whole number of days from 1 to 400, got string'],
    ['credentials as text', { credentials: 'yes' }, 'tag.credentials: expected true or false, got string'],
    ['another word for GPC', { gpc: 'maybe' }, 'tag.gpc: expected "respect", "deny" or "ignore"'],
  ];
  test.each(cases)('%s', async (_name, tag, message) => {
    const answer = await change(tag);
    expect(answer.json.error.message).toContain(message);
    expect([answer.status, answer.json.error.field]).toEqual([400, 'tag']);
  });

  test('origins that leave the domain of the cookie', async () => {
    const home = 'https://shop.other.example';
    expect((await change({ cookieDomain: 'shop.example' })).status).toBe(200);
    const answer = await change(undefined, { origins: [home], landingUrl: `${home}/` });
    expect(answer.json.error.message).toContain('tag.cookieDomain: none of origins');
    expect((await change({ cookieDomain: 'auto' })).status).toBe(200);
  });
});
