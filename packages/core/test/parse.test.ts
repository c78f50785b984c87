import { type EventContext, parseApiEvent, parseWireEvent } from '@reftally/core';
import { describe, expect, it } from 'vitest';

const NOW = Date.UTC(2026, 4, 10, 12);
const DAY = 86_400_000;
const context: EventContext = {
  site: 'shop',
  currencies: ['EUR', 'JPY'],
  receivedAt: NOW,
  trust: 'browser',
  newId: () => 'uid',
  clientHash: () => 'client',
};
const pageview = { id: 'e1', n: 'pageview', t: NOW, u: 'https://shop.example/' };
const purchase = { id: 'e1', n: 'purchase', t: NOW, p: { orderId: 'o1', amount: '9.90', currency: 'EUR' } };
const wire = (raw: unknown, sentAt = NOW) => parseWireEvent(raw, sentAt, context);

it('a shop whose ids are numbers is understood, in both formats', () => {
  const p = { orderId: 1001, customerId: 7, amount: 1, currency: 'EUR', items: [{ id: 5 }] };
  const { event } = wire({ ...purchase, p });
  expect(event).toMatchObject({ orderId: '1001', customerId: '7', items: [{ id: '5' }] });
  const { id, ...rest } = { id: 'e1', type: 'purchase', ...p };
  expect(parseApiEvent({ id, ...rest }, context).event).toMatchObject({ orderId: '1001', customerId: '7' });
  for (const orderId of [1.5, 2 ** 60, NaN, true, {}])
    expect(wire({ ...purchase, p: { ...p, orderId } }).invalid?.reason).toMatch(/^p\.orderId: expected text/);
});

describe('parseWireEvent refuses, naming the field', () => {
  const cases: [name: string, raw: unknown, says: RegExp][] = [
    ['no object', 'pageview', /^event: expected an object, got string/],
    ['null', null, /^event: expected an object, got null/],
    ['a list', [], /^(id|event): expected/],
    ['no id', { ...pageview, id: undefined }, /^id: expected text of 1 to 160 characters, and it is missing/],
    ['an empty id', { ...pageview, id: '' }, /^id: expected text of 1 to 160/],
    ['a number for an id', { ...pageview, id: 7 }, /^id: expected text of 1 to 160 characters, got number/],
    ['no name', { ...pageview, n: undefined }, /^n: expected text/],
    ['a time in words', { ...pageview, t: 'now' }, /^t: expected a time in milliseconds, got string/],
    ['a half surrogate pair', { ...pageview, id: 'a\ud800b' }, /^id: .*lone surrogates/],
    ['a control character', { ...pageview, id: 'a\u0000b' }, /^id: .*control characters/],
    ['an object for the page', { ...pageview, u: {} }, /^u: expected an address/],
    [
      'a code with markup',
      { ...pageview, a: { t: [['<b>', NOW]] } },
      /^a\.t\[0\]\[0\]: expected a code of 1 to 64/,
    ],
    ['a touch without time', { ...pageview, a: { t: [['bob']] } }, /^a\.t\[0\]/],
    ['a visitor id with spaces', { ...pageview, a: { v: 'a b c d e f' } }, /^a\.v: expected a visitor id/],
    ['no order id', { ...purchase, p: { amount: '1', currency: 'EUR' } }, /^p\.orderId: expected .* missing/],
    ['no amount', { ...purchase, p: { orderId: 'o', currency: 'EUR' } }, /^p\.amount: expected .* missing/],
    ['no currency', { ...purchase, p: { orderId: 'o', amount: 1 } }, /^p\.currency: expected .* missing/],
    [
      'too many decimals',
      { ...purchase, p: { ...purchase.p, amount: '1.999' } },
      /^p\.amount: .*at most 2 decimals for EUR/,
    ],
    [
      'a list for an amount',
      { ...purchase, p: { ...purchase.p, amount: [1] } },
      /^p\.amount: expected a decimal/,
    ],
    [
      'a currency that the site lacks',
      { ...purchase, p: { ...purchase.p, currency: 'USD' } },
      /^p\.currency: this site takes EUR, JPY/,
    ],
    ['a signup of nobody', { ...pageview, n: 'signup', p: {} }, /^p\.customerId: expected/],
    [
      'a plain e-mail address',
      { ...pageview, n: 'signup', p: { customerId: 'c', emailHash: 'a@b.example' } },
      /^p\.emailHash: .*never the address/,
    ],
    [
      'a refund of nothing',
      { ...pageview, n: 'refund', p: { orderId: 'o', refundId: 'r', amount: 0, currency: 'EUR' } },
      /^p\.amount: expected more than zero/,
    ],
    ['a deep property', { ...pageview, p: { plan: { a: 1 } } }, /^p\.plan: expected text/],
    [
      'a polluting property',
      JSON.parse('{"id":"e","n":"x","t":1,"p":{"__proto__":{"admin":true}}}'),
      /^p: property names .*__proto__/,
    ],
    [
      '33 properties',
      { ...pageview, p: Object.fromEntries(Array.from({ length: 33 }, (_, i) => [`k${i}`, i])) },
      /^p: expected at most 32/,
    ],
  ];
  it.each(cases)('%s', (_name, raw, says) => {
    const { invalid } = wire(raw);
    expect(invalid?.status).toBe('invalid');
    expect(invalid?.reason).toMatch(says);
  });

  it('answers by the id where there is one', () => {
    expect(wire({ ...pageview, t: 'x' }).invalid?.id).toBe('e1');
    expect(wire({ ...pageview, id: 5 }).invalid?.id).toBeNull();
    expect(wire(7).invalid?.id).toBeNull();
  });

  it('pollutes nothing with top-level keys', () => {
    const raw = JSON.parse(
      '{"id":"e1","n":"pageview","t":1,"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}}',
    );
    const { event } = wire(raw);
    expect(event).toBeDefined();
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
    expect(Object.keys(event ?? {})).not.toContain('__proto__');
  });
});

describe('parseWireEvent keeps', () => {
  it('a purchase in minor units, with what it does not know as properties', () => {
    const { event } = wire({
      ...purchase,
      p: { ...purchase.p, customerId: 'c1', plan: 'pro', rate: 90, partner: 'me' },
    });
    expect(event).toEqual({
      type: 'purchase',
      id: 'e1',
      uid: 'uid',
      site: 'shop',
      at: NOW,
      trust: 'browser',
      touches: [],
      orderId: 'o1',
      amount: { currency: 'EUR', minor: 990 },
      customerId: 'c1',
      props: { plan: 'pro', rate: 90, partner: 'me' },
    });
  });

  it('addresses without query and fragment', () => {
    const { event } = wire({ ...pageview, u: 'https://shop.example/a?token=s#x', r: 'https://b.example/#s' });
    expect(event).toMatchObject({ url: 'https://shop.example/a', referrer: 'https://b.example/' });
  });

  it('the client hash only beside a code', () => {
    expect(wire(pageview).event).not.toHaveProperty('client');
    expect(wire({ ...pageview, a: { v: 'visitor-1', t: [['bob', NOW]] } }).event).toMatchObject({
      client: 'client',
    });
  });
});

describe('the clock of an event', () => {
  const skew = 400 * DAY;
  const cases: [name: string, t: number, sentAt: number, at: number][] = [
    ['right clock, sent at once', NOW, NOW, NOW],
    ['held back for an hour', NOW - 3_600_000, NOW, NOW - 3_600_000],
    ['a clock a year behind', NOW - skew, NOW - skew, NOW],
    ['a clock a year ahead', NOW + skew, NOW + skew, NOW],
    ['wrong clock and held back', NOW - skew - 5000, NOW - skew, NOW - 5000],
    ['a year old', NOW - 365 * DAY, NOW, NOW - 7 * DAY],
    ['from the future', NOW + DAY, NOW, NOW],
  ];
  it.each(cases)('%s', (_name, t, sentAt, at) => {
    expect(wire({ ...pageview, t }, sentAt).event?.at).toBe(at);
  });

  it.each([
    ['is kept where it is older than a week', NOW - 40 * DAY, NOW, NOW - 40 * DAY],
    ["is on the collector's clock, too", NOW - 35 * DAY, NOW + 5 * DAY, NOW - 40 * DAY],
    ['is not kept where the event is young enough', NOW - 7 * DAY, NOW, undefined],
  ])('the time that was stated %s', (_name, t, sentAt, stated) => {
    expect(wire({ ...pageview, t }, sentAt).event?.stated).toBe(stated);
  });

  it('lets a touch be older than a week: the window decides, not the delivery', () => {
    const { event } = wire({ ...pageview, a: { v: 'visitor-1', t: [['bob', NOW - 20 * DAY]] } });
    expect(event?.touches).toEqual([{ code: 'bob', at: NOW - 20 * DAY }]);
  });
});

describe('parseApiEvent', () => {
  const server: EventContext = { ...context, trust: 'server' };
  it('takes a purchase of the past with a code', () => {
    const raw = {
      id: 'e',
      type: 'purchase',
      at: '2026-05-01T10:00:00+02:00',
      orderId: 'o',
      amount: '500',
      currency: 'JPY',
      code: 'bob',
    };
    const at = Date.UTC(2026, 4, 1, 8);
    expect(parseApiEvent(raw, server).event).toMatchObject({
      at,
      trust: 'server',
      amount: { currency: 'JPY', minor: 500 },
      touches: [{ code: 'bob', at }],
    });
  });
  it.each([
    [
      'a field that does not exist',
      { id: 'e', type: 'pageview', rate: 5 },
      /^rate: is not a field of an event/,
    ],
    [
      'a time without zone',
      { id: 'e', type: 'pageview', at: '2026-05-01 10:00' },
      /^at: expected an ISO 8601 time/,
    ],
    ['no type', { id: 'e' }, /^type: expected text/],
  ])('refuses %s', (_name, raw, says) => {
    expect(parseApiEvent(raw, server).invalid?.reason).toMatch(says);
  });
  it('says whether the server has said when', () => {
    const raw = { id: 'e', type: 'pageview' };
    expect(parseApiEvent(raw, server).event?.dated).toBeUndefined();
    expect(parseApiEvent({ ...raw, at: '2026-05-01T10:00:00Z' }, server).event?.dated).toBe(true);
  });
  it('does not believe the future', () => {
    expect(parseApiEvent({ id: 'e', type: 'pageview', at: '2030-01-01T00:00:00Z' }, server).event?.at).toBe(
      NOW,
    );
  });
});
