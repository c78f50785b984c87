import { type Store, UnavailableError } from '@reftally/store';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { BROWSER, type Json, ORIGIN, type TestCollector, testCollector } from './testCollector.js';

let collector: TestCollector;
let site: Json;
let trouble: Error | undefined;

/** The real store, until there is trouble with the disk. */
function breakable(store: Store): Store {
  return new Proxy(store, {
    get(target, name, receiver) {
      if (name === 'record' && trouble) return () => Promise.reject(trouble);
      if (name === 'health' && trouble) return () => ({ writable: false, reason: 'The disk is full.' });
      const value = Reflect.get(target, name, receiver);
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
}

beforeAll(async () => {
  collector = await testCollector({}, breakable);
  site = await collector.addSite();
  await collector.addPartner('Alice', { code: 'alice' });
});
afterAll(() => collector.close());

const batch = () => ({
  v: 1,
  k: site.publicKey,
  s: Date.now(),
  e: [{ id: 'once', n: 'pageview', t: Date.now() }],
});

test('what cannot be written is a 503 that says to come back, and readiness says why', async () => {
  trouble = new UnavailableError('no space left');
  const answer = await collector.post(batch());
  expect(answer.status).toBe(503);
  expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
  expect(answer.headers.get('access-control-allow-origin')).toBe(ORIGIN);
  const ready = await collector.send('GET', '/readyz');
  expect(ready.status).toBe(503);
  expect(ready.json.error.message).toBe('The disk is full.');
  expect((await collector.send('GET', '/healthz')).status).toBe(200);
});

test('a visitor with a link goes on all the same, and it is counted', async () => {
  trouble = new UnavailableError('no space left');
  const answer = await collector.send('GET', '/l/alice', { headers: { 'user-agent': BROWSER } });
  expect(answer.status).toBe(302);
  expect(answer.headers.get('location')).toBe(`${ORIGIN}/?ref=alice`);
  const metrics = await collector.send('GET', '/metrics');
  expect(metrics.text).toContain('reftally_requests_refused_total{route="/l",code="unavailable"} 1');
  expect(collector.log()).toContain('click not recorded');
});

test('what nobody foresaw is a 500 that tells the log the cause and the sender only where to look', async () => {
  trouble = new TypeError('undefined is not a secret');
  const answer = await collector.post(batch());
  expect(answer.status).toBe(500);
  expect(answer.text).not.toContain('secret');
  expect(answer.text).toContain(answer.headers.get('x-request-id'));
  expect(collector.log()).toContain('undefined is not a secret');
});

test('and when it is over, the same event is taken', async () => {
  trouble = undefined;
  expect((await collector.post(batch())).json.r).toEqual([{ id: 'once', status: 'accepted' }]);
  expect((await collector.send('GET', '/readyz')).status).toBe(200);
});
