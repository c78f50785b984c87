import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { loadScripts } from '../src/assets/loadScripts.js';
import type { Scripts } from '../src/assets/Scripts.js';
import { scriptName } from '../src/assets/scriptName.js';
import { startCollector } from '../src/startCollector.js';
import { type TestCollector, testCollector } from './testCollector.js';

let collector: TestCollector;
let scripts: Scripts;
beforeAll(async () => {
  scripts = await loadScripts();
  collector = await testCollector();
});
afterAll(() => collector.close());

type Raw = { status: number; headers: Record<string, string | string[] | undefined>; body: Buffer };

/** What went over the wire: `fetch` would decompress it. */
function get(path: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Raw> {
  return new Promise((resolve, reject) => {
    request(collector.url + path, { method, headers }, (answer) => {
      const chunks: Buffer[] = [];
      answer.on('data', (chunk: Buffer) => chunks.push(chunk));
      answer.on('end', () =>
        resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body: Buffer.concat(chunks) }),
      );
    })
      .on('error', reject)
      .end();
  });
}

const HOURLY = 'public, max-age=3600, stale-while-revalidate=86400';
const kinds: [string, () => string, string, () => Buffer | undefined][] = [
  ['the script', () => '/r.js', HOURLY, () => scripts.main.plain],
  [
    'its versioned copy',
    () => `/r-${scripts.version}.js`,
    'public, max-age=31536000, immutable',
    () => scripts.main.plain,
  ],
  ['the data layer', () => '/r-dataLayer.js', HOURLY, () => scripts.extras.get('dataLayer')?.plain],
  ['the forms', () => '/r-forms.js', HOURLY, () => scripts.extras.get('forms')?.plain],
];

describe.each(kinds)('%s', (_name, path, cache, content) => {
  test.each([
    ['br', 'gzip, deflate, br', brotliDecompressSync],
    ['gzip', 'gzip', gunzipSync],
    ['gzip', 'br;q=0, gzip;q=0.5', gunzipSync],
    [undefined, 'identity', (body: Buffer) => body],
    [undefined, '', (body: Buffer) => body],
  ] as const)('comes as %s to who accepts %j', async (encoding, accept, unpack) => {
    const { status, headers, body } = await get(path(), { 'accept-encoding': accept });
    expect(status).toBe(200);
    expect(headers['content-encoding']).toBe(encoding);
    expect(unpack(body).toString()).toBe(content()?.toString());
    expect(headers).toMatchObject({
      'content-type': 'text/javascript; charset=utf-8',
      'cache-control': cache,
      vary: 'Accept-Encoding',
      'access-control-allow-origin': '*',
      'cross-origin-resource-policy': 'cross-origin',
      'x-content-type-options': 'nosniff',
      'content-length': String(body.length),
    });
  });

  test('is not sent again to who has it', async () => {
    const tags = new Set<string>();
    for (const accept of ['br', 'gzip', 'identity']) {
      const { headers } = await get(path(), { 'accept-encoding': accept });
      const etag = String(headers.etag);
      tags.add(etag);
      const again = await get(path(), { 'accept-encoding': accept, 'if-none-match': etag });
      expect([again.status, again.body.length]).toEqual([304, 0]);
      expect(again.headers).toMatchObject({
        etag,
        'access-control-allow-origin': '*',
        'cache-control': cache,
      });
      const other = await get(path(), { 'accept-encoding': accept, 'if-none-match': '"other"' });
      expect(other.status).toBe(200);
    }
    expect(tags.size).toBe(3);
  });

  test('answers HEAD, and no other method', async () => {
    const head = await get(path(), {}, 'HEAD');
    expect([head.status, head.body.length]).toEqual([200, 0]);
    expect((await get(path(), {}, 'POST')).status).toBe(405);
  });
});

test('the integrity hash is the one of the bytes that are served', async () => {
  const { body } = await get(`/r-${scripts.version}.js`, { 'accept-encoding': 'identity' });
  expect(`sha384-${createHash('sha384').update(body).digest('base64')}`).toBe(scripts.integrity);
});

test('versions of before an upgrade stay, whatever is lost of the build', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'reftally-scripts-'));
  const run = async (look: (url: string) => Promise<void>) => {
    const started = await startCollector({ port: 0, store: `file:${folder}`, logLevel: 'silent' });
    await look(started.url).finally(started.close);
  };
  try {
    await run(async () => undefined);
    const kept = join(folder, 'scripts', `r-${scripts.version}.js`);
    expect(await readFile(kept)).toEqual(scripts.main.plain);
    await writeFile(kept, 'torn');
    await writeFile(join(folder, 'scripts', 'r-0.0.9.js'), 'the old one');
    await writeFile(join(folder, 'scripts', 'secret.js'), 'not a version');
    await run(async (url) => {
      const old = await fetch(`${url}/r-0.0.9.js`);
      expect([await old.text(), old.headers.get('cache-control')]).toEqual([
        'the old one',
        'public, max-age=31536000, immutable',
      ]);
      expect(await (await fetch(`${url}/r-${scripts.version}.js`)).text()).toBe(
        scripts.main.plain.toString(),
      );
      expect((await fetch(`${url}/secret.js`)).status).toBe(404);
    });
    expect(await readFile(kept)).toEqual(scripts.main.plain);
  } finally {
    await rm(folder, { recursive: true });
  }
});

test('there is no other version', async () => {
  expect((await get('/r-0.0.0.js')).status).toBe(404);
});

test.each([
  ['/r.js', '0.1.0', '/r-0.1.0.js'],
  ['/a/shop.min.js', 'forms', '/a/shop.min-forms.js'],
  ['/s', '0.1.0', '/s-0.1.0'],
])('%s of %s is %s', (path, part, name) => {
  expect(scriptName(path, part)).toBe(name);
});
