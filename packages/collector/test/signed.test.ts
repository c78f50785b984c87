import { createHmac } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Money } from '@reftally/core';
import { parseAmount } from '@reftally/core';
import { signPurchase } from '@reftally/sdk/sign';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sha256 } from '../src/auth/sha256.js';
import { checkSignature } from '../src/signing/checkSignature.js';
import { makeSigning } from '../src/signing/makeSigning.js';
import { signedText } from '../src/signing/signedText.js';
import { type Json, type TestCollector, testCollector } from './testCollector.js';

const NOW = Date.UTC(2026, 4, 1, 12);
const DAY = 86_400_000;
const MINUTE = 60_000;

const file = new URL('../../../test/vectors/signed-purchase.json', import.meta.url);
const { vectors } = JSON.parse(readFileSync(file, 'utf8')) as {
  vectors: {
    name: string;
    secret: string;
    orderId: string;
    amount: string;
    currency: string;
    time: number;
    nonce: string;
    signature: string;
  }[];
};

test.each(vectors)('the collector expects of $name what everybody signs', (vector) => {
  const { secret, orderId, currency, time, nonce, signature } = vector;
  const amount = parseAmount(vector.amount, currency) as Money;
  const text = signedText({ orderId, amount, at: String(time), nonce });
  expect(`v1.${time}.${nonce}.${createHmac('sha256', secret).update(text).digest('hex')}`).toBe(signature);
});

test('with another operator key the secret is another one, and that is said', () => {
  const clock = () => NOW;
  const { signing } = makeSigning('shop', { signingKey: 'one', clock });
  const claim = { orderId: '1', amount: { currency: 'EUR', minor: 1 }, signature: 'x' };
  const { result, problem } = checkSignature(claim, { id: 'shop', signing }, { signingKey: 'other' }, NOW);
  expect(result).toBe('no-secret');
  expect(problem).toContain('former admin key');
});

describe('through POST /e', () => {
  let collector: TestCollector;
  let site: Json;
  let secret: string;
  const now = { at: NOW };

  beforeAll(async () => {
    collector = await testCollector({ clock: () => now.at });
    site = await collector.addSite({
      policy: { paysFrom: 'signed', commission: [{ on: 'purchase', percent: '10' }] },
    });
    await collector.addPartner('Alice', { code: 'alice' });
  });
  afterAll(() => collector.close());

  const track = async (
    orderId: string,
    more: object,
    id = `e-${orderId}-${Math.random()}`,
  ): Promise<Json> => {
    const p = { orderId, amount: '49.90', currency: 'EUR', ...more };
    const event = { id, n: 'purchase', t: now.at, a: { v: 'visitor-1', t: [['alice', now.at]] }, p };
    return (await collector.post({ v: 1, k: site.publicKey, s: now.at, e: [event] })).json.r[0];
  };
  const sign = (orderId: string, more: object = {}) =>
    signPurchase({ orderId, amount: '49.90', currency: 'EUR', secret, at: now.at, ...more });
  const ordered = async (orderId: string): Promise<Json> =>
    (await collector.api('GET', '/conversions')).json.conversions.find(
      (one: Json) => one.orderId === orderId,
    );

  test('a site without a signing secret says how to make one', async () => {
    const row = await track('0', { signature: 'v1.1.12345678.00' });
    expect(row).toMatchObject({ status: 'invalid' });
    expect(row.reason).toMatch(
      /^p\.signature: this site has no signing secret: .*rotate-signing-secret shop/,
    );
  });

  test('the secret is shown once, and neither kept nor logged', async () => {
    const { json, status } = await collector.api('POST', '/sites/shop/rotate-signing-secret', {});
    expect(status).toBe(200);
    secret = json.signingSecret;
    expect(secret).toMatch(/^rt_sig_[\w-]{43}$/);
    const shown = await collector.api('GET', '/sites/shop');
    expect(shown.json.signingSince).toBe(new Date(NOW).toISOString());
    expect(shown.text).not.toContain(secret.slice(7));
    expect(collector.log()).not.toContain(secret.slice(7));
    const stored = await collector.store.site('shop');
    expect(JSON.stringify(stored)).not.toContain(secret.slice(7));
    expect(stored?.signing?.hash).toBe(sha256(secret));
  });

  test('a signed purchase is trusted as such, pays, and counts once', async () => {
    const signature = await sign('10042');
    expect(await track('10042', { signature }, 'first')).toMatchObject({ status: 'accepted' });
    expect(await ordered('10042')).toMatchObject({ trust: 'signed', commission: { minor: 499 } });
    expect(await track('10042', { signature }, 'first')).toMatchObject({ status: 'duplicate' });
    expect(await track('10042', { signature }, 'second')).toMatchObject({ status: 'duplicate' });
    expect(await track('unsigned', {})).toMatchObject({ status: 'accepted' });
    const unsigned = await ordered('unsigned');
    expect(unsigned).toMatchObject({ trust: 'browser', status: 'credited' });
    expect(unsigned.commission).toBeUndefined();
  });

  const amounts: [string, unknown][] = [
    ['as it was signed', '49.90'],
    ['a number', 49.9],
    ['with fewer zeros', '49.9'],
  ];
  test.each(amounts)('amounts are compared in minor units: %s', async (name, amount) => {
    expect(await track(name, { amount, signature: await sign(name) })).toMatchObject({ status: 'accepted' });
  });

  const wrong: [name: string, signed: object, told: object, ahead: number, message: RegExp][] = [
    [
      'another order',
      { orderId: 'theirs' },
      {},
      0,
      /not one of this order.*orderId "theirs-not", amount 49\.90 and currency EUR/,
    ],
    ['a cent more', {}, { amount: '49.91' }, 0, /not one of this order.*amount 49\.91/],
    ['another currency', {}, { amount: '49', currency: 'JPY' }, 0, /not one of this order.*currency JPY/],
    [
      'another secret',
      { secret: 'rt_sig_other' },
      {},
      0,
      /not one of this order.*signing secret that the site has now/,
    ],
    ['too old', {}, {}, 7 * DAY + 1000, /made 7 days ago: expected one of the last 7 days/],
    ['ahead of the clock', {}, {}, -6 * MINUTE, /its time lies ahead: expected whole seconds/],
  ];
  test.each(wrong)('is invalid: %s', async (name, signed, told, ahead, message) => {
    const orderId = name === 'another order' ? 'theirs-not' : name;
    const signature = await sign(orderId, signed);
    now.at += ahead;
    const row = await track(orderId, { signature, ...told });
    now.at = NOW;
    expect(row.status).toBe('invalid');
    expect(row.reason).toMatch(message);
    const [, , , mac = ''] = (await sign(orderId, { at: NOW + ahead, ...told })).split('.');
    expect(row.reason).not.toContain(mac);
    expect(await ordered(orderId)).toBeUndefined();
  });

  const whole: [name: string, ahead: number][] = [
    ['7 days old', 7 * DAY],
    ['5 minutes ahead', -5 * MINUTE],
  ];
  test.each(whole)('is good still: %s', async (name, ahead) => {
    const signature = await sign(name);
    now.at += ahead;
    expect(await track(name, { signature })).toMatchObject({ status: 'accepted' });
    now.at = NOW;
  });

  test.each(['yes', 'v2.1.12345678.00', `v1.1777636800.12345678.${'0'.repeat(63)}`])(
    'is no signature: %s',
    async (signature) => {
      const row = await track('malformed', { signature });
      expect(row.reason).toMatch(/^p\.signature: expected v1\.TIME\.NONCE\.MAC/);
    },
  );

  test('with a rotated secret the old one signs no more', async () => {
    const old = await sign('rotated');
    secret = (await collector.api('POST', '/sites/shop/rotate-signing-secret', {})).json.signingSecret;
    expect(await track('rotated', { signature: old })).toMatchObject({ status: 'invalid' });
    expect(await track('rotated', { signature: await sign('rotated') })).toMatchObject({
      status: 'accepted',
    });
  });

  test('a server is believed without, and further', async () => {
    const event = {
      id: 's',
      type: 'purchase',
      orderId: 'server',
      amount: '1',
      currency: 'EUR',
      signature: 'any',
    };
    const { json } = await collector.api('POST', '/events', { events: [event] });
    expect(json.results[0]).toMatchObject({ status: 'accepted' });
    expect(await ordered('server')).toMatchObject({ trust: 'server' });
  });

  test('each check is counted by what came of it', async () => {
    const { text } = await collector.send('GET', '/metrics');
    for (const result of ['valid', 'malformed', 'stale', 'early', 'wrong', 'no-secret'])
      expect(text).toMatch(new RegExp(`reftally_signatures_total\\{result="${result}"\\} [1-9]`));
  });
});
