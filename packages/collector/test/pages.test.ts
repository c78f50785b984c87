import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import express from 'express';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Assets } from '../src/assets/Assets.js';
import { addAssetRoutes } from '../src/assets/addAssetRoutes.js';
import { sha256 } from '../src/auth/sha256.js';
import { answerErrors } from '../src/http/answerErrors.js';
import { HttpError } from '../src/http/HttpError.js';
import { listen } from '../src/listen.js';
import { type TestCollector, testCollector } from './testCollector.js';

let collector: TestCollector;
beforeAll(async () => {
  collector = await testCollector();
});
afterAll(() => collector.close());

test.each(['/healthz', '/stats', '/r.js', '/nope', '/api/v1/sites', '/l/nobody'])(
  '%s has the headers of a careful page',
  async (path) => {
    const { headers } = await collector.send('GET', path);
    const policy = headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toContain('unsafe');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('x-powered-by')).toBeNull();
    expect(headers.get('x-request-id')).toBeTruthy();
  },
);

test('the page that checks statements is allowed to send nothing', async () => {
  const { status, headers, text } = await collector.send('GET', '/verify');
  expect([status, text]).toEqual([200, expect.stringContaining('Check a statement')]);
  const policy = headers.get('content-security-policy');
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain("form-action 'none'");
  expect(policy).not.toContain('connect-src');
});

test.each([
  ['GET', '/nope', 404, 'not-found'],
  ['GET', '/assets/../package.json', 404, 'not-found'],
  ['GET', '/assets/%2e%2e/%2e%2e/package.json', 404, 'not-found'],
  ['POST', '/healthz', 405, 'method-not-allowed'],
  ['DELETE', '/r.js', 405, 'method-not-allowed'],
  ['POST', '/l/alice', 405, 'method-not-allowed'],
])('%s %s is an error in JSON', async (method, path, status, code) => {
  const answer = await collector.send(method, path);
  expect([answer.status, answer.json?.error.code ?? 'not-found']).toEqual([status, code]);
  if (status === 405) expect(answer.headers.get('allow')).toBeTruthy();
});

test('metrics are for this machine and for the operator', async () => {
  const here = await collector.send('GET', '/metrics');
  expect(here.text).toContain('reftally_request_duration_seconds_bucket');
  const far = { 'x-forwarded-for': '192.0.2.1' };
  expect((await collector.send('GET', '/metrics', { headers: far })).status).toBe(401);
});

test('a proxy that the settings do not know of is told to the operator, once', async () => {
  const through = () => collector.send('GET', '/healthz', { headers: { 'x-forwarded-for': '192.0.2.1' } });
  await through();
  await through();
  expect(collector.log().split('--trust-proxy')).toHaveLength(2);
});

test('nothing is dropped without being counted', async () => {
  const { publicKey } = await collector.addSite();
  const t = Date.now();
  const touched = { a: { v: 'visitor-1', t: [['nobody', t]] } };
  const e = [
    { id: 'a', n: 'pageview', t },
    { id: 'a', n: 'pageview', t },
    { id: 'b', n: 'pageview', t, ...touched },
    7,
  ];
  await collector.post({ v: 1, k: publicKey, s: t, e });
  await collector.post({ v: 1, k: 'nobody', s: t, e });
  const { text } = await collector.send('GET', '/metrics');
  for (const line of [
    'reftally_events_total{source="browser",status="accepted",reason=""} 1',
    'reftally_events_total{source="browser",status="duplicate",reason=""} 1',
    'reftally_events_total{source="browser",status="refused",reason="unknown-code"} 1',
    'reftally_events_total{source="browser",status="invalid",reason=""} 1',
    'reftally_requests_refused_total{route="/e",code="unknown-key"} 1',
  ]) {
    expect(text).toContain(line);
  }
});

describe('a small app', () => {
  const text = 'console.log("reftally");\n'.repeat(50);
  const plain = Buffer.from(text);
  const asset = {
    type: 'text/javascript; charset=utf-8',
    etag: `"${sha256(text)}"`,
    plain,
    compressed: async () => plain,
  };

  async function ask(assets: Assets, path: string, headers: Record<string, string> = {}): Promise<Response> {
    const app = express();
    addAssetRoutes(app, assets, new Set(['/r.js']));
    app.get('/boom', () => {
      throw new HttpError(418, 'teapot', 'It is a teapot.', { field: 'pot', headers: { 'X-Tea': 'mint' } });
    });
    app.use(answerErrors(pino({ level: 'silent' })));
    const server = await listen(app, { host: '127.0.0.1', port: 0 });
    try {
      const address = server.address();
      const port = typeof address === 'object' ? address?.port : undefined;
      return await fetch(`http://127.0.0.1:${port}${path}`, { headers, redirect: 'manual' });
    } finally {
      server.close();
    }
  }

  test('turns a thrown error into its answer', async () => {
    const answer = await ask({ scripts: undefined, pages: new Map() }, '/boom');
    expect(answer.status).toBe(418);
    expect(answer.headers.get('x-tea')).toBe('mint');
    expect(await answer.json()).toEqual({
      error: { code: 'teapot', message: 'It is a teapot.', field: 'pot' },
    });
  });

  test('says so when something is not built', async () => {
    const answer = await ask({ scripts: undefined, pages: new Map() }, '/stats');
    expect(answer.status).toBe(503);
    expect(JSON.stringify(await answer.json())).toContain('npm run build');
  });

  test('serves pages and their files, each asked for anew', async () => {
    const pages = new Map([
      ['stats.html', { ...asset, type: 'text/html; charset=utf-8' }],
      ['assets/stats.js', asset],
    ]);
    for (const path of ['/stats', '/assets/stats.js']) {
      const answer = await ask({ scripts: undefined, pages }, path);
      expect([answer.status, answer.headers.get('cache-control')]).toEqual([200, 'no-cache']);
    }
  });
});

test('a file is compressed once, as far as it goes', async () => {
  const { loadAsset } = await import('../src/assets/loadAsset.js');
  const asset = await loadAsset(new URL('../package.json', import.meta.url).pathname);
  expect(gunzipSync(await asset.compressed('gzip'))).toEqual(asset.plain);
  const br = await asset.compressed('br');
  expect(await asset.compressed('br')).toBe(br);
  expect(brotliDecompressSync(br)).toEqual(asset.plain);
  expect(br.length).toBeLessThan(asset.plain.length);
});
