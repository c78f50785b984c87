import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { loadScripts } from '../src/assets/loadScripts.js';
import type { Scripts } from '../src/assets/Scripts.js';
import { makeSnippet } from '../src/snippet/makeSnippet.js';
import { type Json, type TestCollector, testCollector } from './testCollector.js';

const hash = (text: string | Buffer) => `sha384-${createHash('sha384').update(text).digest('base64')}`;

describe('by choice', () => {
  const scripts = { version: '1.2.3', integrity: 'sha384-HASH', stub: 'STUB' } as Scripts;
  const standard = { script: '/r.js', collect: '/e' };
  const at = { url: 'https://refer.example', paths: standard, scripts };
  const site = { id: 'shop', publicKey: 'rt_pub_x' };
  const tag = { cookie: '_rt', cookieDomain: 'auto', days: 90, credentials: false, gpc: 'respect' } as const;
  const R = 'https://refer.example/r.js';
  const E = 'connect-src https://refer.example/e';

  const cases: [string, Partial<Parameters<typeof makeSnippet>[0]>, object, object, string, string[]][] = [
    [
      'the tag',
      {},
      {},
      {},
      `<script defer src="${R}" data-site="rt_pub_x"></script>`,
      [`script-src ${R}`, E],
    ],
    [
      'pinned',
      {},
      {},
      { sri: true },
      '<script defer src="https://refer.example/r-1.2.3.js" integrity="sha384-HASH" crossorigin="anonymous" data-site="rt_pub_x"></script>',
      ['script-src https://refer.example/r-1.2.3.js', E],
    ],
    [
      'with the stub',
      {},
      {},
      { stub: true },
      `<script>STUB</script>\n<script defer src="${R}" data-site="rt_pub_x"></script>`,
      [`script-src ${R} '${hash('STUB')}'`, E],
    ],
    [
      'with a nonce for both',
      {},
      {},
      { stub: true, nonce: '<%= nonce %>' },
      `<script nonce="<%= nonce %>">STUB</script>\n<script defer src="${R}" nonce="<%= nonce %>" data-site="rt_pub_x"></script>`,
      ["script-src 'nonce-<%= nonce %>'", E],
    ],
    [
      'at paths of its own',
      {},
      { paths: { script: '/shop.js', collect: '/events' } },
      { sri: true },
      '<script defer src="https://refer.example/shop-1.2.3.js" integrity="sha384-HASH" crossorigin="anonymous" data-site="rt_pub_x" data-endpoint="/events"></script>',
      ['script-src https://refer.example/shop-1.2.3.js', 'connect-src https://refer.example/events'],
    ],
    [
      'in a folder of the shop',
      {},
      { url: 'https://shop.example/refer' },
      {},
      '<script defer src="https://shop.example/refer/r.js" data-site="rt_pub_x" data-endpoint="/refer/e"></script>',
      ['script-src https://shop.example/refer/r.js', 'connect-src https://shop.example/refer/e'],
    ],
    [
      'with what the site has set',
      {
        tag: {
          cookie: 'partner',
          cookieDomain: 'eu.shop.example',
          days: 30,
          credentials: true,
          gpc: 'ignore',
        },
      },
      {},
      {},
      `<script defer src="${R}" data-site="rt_pub_x" data-cookie="partner" data-cookie-domain="eu.shop.example" data-days="30" data-credentials="include" data-gpc="ignore"></script>`,
      [`script-src ${R}`, E],
    ],
    [
      'with nothing that the script does anyway',
      { tag },
      {},
      {},
      `<script defer src="${R}" data-site="rt_pub_x"></script>`,
      [`script-src ${R}`, E],
    ],
    [
      'that cannot be broken out of',
      { publicKey: '"><b>&' },
      {},
      {},
      `<script defer src="${R}" data-site="&quot;><b>&amp;"></script>`,
      [`script-src ${R}`, E],
    ],
  ];
  test.each(cases)('%s', (_name, more, source, choices, html, csp) => {
    const snippet = makeSnippet({ ...site, ...more }, { ...at, ...source }, choices);
    const about = { site: 'shop', version: '1.2.3', integrity: 'sha384-HASH' };
    const [src, endpoint] = [/ src="([^"]+)"/.exec(html)?.[1], csp[1]?.replace('connect-src ', '')];
    expect(snippet).toEqual({ ...about, src, endpoint, html, csp });
  });
});

describe('from a collector', () => {
  let collector: TestCollector;
  let site: Json;
  beforeAll(async () => {
    collector = await testCollector({ scriptPath: '/shop.js', collectPath: '/shop/events' });
    site = await collector.addSite();
  });
  afterAll(() => collector.close());
  const snippet = (query: string) => collector.api('GET', `/sites/shop/snippet${query}`);

  test('what it says is there, and the hashes are of what is there', async () => {
    const { json } = await snippet('?sri&stub=true');
    const [, stub] = /^<script>(.+)<\/script>$/m.exec(json.html) ?? [];
    expect(stub).toBe((await loadScripts()).stub);
    expect(json.csp[0]).toContain(`'${hash(stub ?? '')}'`);
    const [, src = '', integrity] = / src="([^"]+)" integrity="([^"]+)" /.exec(json.html) ?? [];
    const script = await fetch(src);
    expect(script.headers.get('cache-control')).toContain('immutable');
    expect(integrity).toBe(hash(Buffer.from(await script.arrayBuffer())));
    expect(json.csp[0]).toContain(src);
    const endpoint = json.csp[1].replace('connect-src ', '');
    expect(json.html).toContain(`data-endpoint="${new URL(endpoint).pathname}"`);
    const events = [{ id: 'e-1', n: 'pageview', t: Date.now() }];
    const body = JSON.stringify({ v: 1, k: site.publicKey, s: Date.now(), e: events });
    const answer = await fetch(`${endpoint}?x=1`, { method: 'POST', body });
    expect(await answer.json()).toEqual({ r: [{ id: 'e-1', status: 'accepted' }] });
  });

  test('the standard paths keep working', async () => {
    const { version } = (await snippet('')).json;
    for (const path of ['/r.js', `/r-${version}.js`, '/shop.js', `/shop-${version}.js`]) {
      expect([path, (await collector.send('GET', path)).status]).toEqual([path, 200]);
    }
    expect((await collector.post('{')).status).toBe(400);
  });

  test("the site's own key gives it, and no other's", async () => {
    const ask = async (key: string) =>
      (await collector.api('GET', '/sites/shop/snippet', undefined, { authorization: `Bearer ${key}` }))
        .status;
    const other = await collector.addSite({ id: 'other' });
    expect([await ask(site.secretKey), await ask(other.secretKey)]).toEqual([200, 403]);
  });

  test.each([
    ['?sri=maybe', 'sri: expected true or false'],
    ['?stub=2', 'stub: expected true or false'],
    ['?nonce=', 'nonce: expected a nonce'],
    ['?nonce=a%22b', 'nonce: expected a nonce'],
    ["?nonce=a'b", 'nonce: expected a nonce'],
    ['?nonce=a%0ab', 'nonce: expected a nonce'],
    ['?colour=red', 'colour: is not known here: expected sri, stub, nonce'],
  ])('%s is refused', async (query, message) => {
    const answer = await snippet(query);
    expect(answer.status).toBe(400);
    expect(answer.json.error.message).toContain(message);
  });
});
