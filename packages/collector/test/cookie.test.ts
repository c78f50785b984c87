import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { CollectorOptions } from '../src/CollectorOptions.js';
import { type TestCollector, testCollector } from './testCollector.js';

const SHOP = 'https://shop.example';
const DAYS_90 = 'Max-Age=7776000';
const touch = (scope: number | string) => `1!${scope}!20780!V1sitor_id-0123456789!alice*mh2x1k0a`;

/** How the collectors of the table run; each has the same sites. */
const collectors = {
  bare: {},
  proxied: { trustProxy: 1 },
  renamed: { publicUrl: SHOP },
} satisfies Record<string, CollectorOptions>;

/** Sites by what their tag says. */
const sites = {
  plain: undefined,
  shared: { credentials: true },
  alone: { credentials: true, cookieDomain: 'none' },
  named: { credentials: true, cookieDomain: 'eu.shop.example', cookie: 'partner', days: 30 },
  ignoring: { gpc: 'ignore' },
};
const origins = [
  SHOP,
  'https://eu.shop.example',
  'https://my.eu.shop.example',
  'http://shop.example',
  'https://shop.co.uk',
  'http://127.0.0.1:8080',
  'http://localhost:8080',
  'https://partner.example',
  'null',
];

const running = new Map<string, TestCollector>();
const keys = new Map<string, string>();
beforeAll(async () => {
  for (const [name, options] of Object.entries(collectors)) {
    const collector = await testCollector(options);
    running.set(name, collector);
    for (const [id, tag] of Object.entries(sites)) {
      const site = await collector.addSite({ id, origins, ...(tag && { tag }) });
      keys.set(`${name} ${id}`, site.publicKey);
    }
  }
});
afterAll(async () => {
  for (const collector of running.values()) await collector.close();
});

type Case = {
  by?: keyof typeof collectors;
  site?: keyof typeof sites;
  host?: string;
  origin?: string | undefined;
  cookie?: string | undefined;
  more?: Record<string, string>;
  rows?: unknown[];
  body?: string;
};
type Answered = { status: number; cookies: string[] | undefined; credentials: string | undefined };

/** A request as a browser makes it, `Host` and `Cookie` included: `fetch` would not send those. */
function post({
  by = 'bare',
  site = 'plain',
  host = 'shop.example',
  rows,
  ...rest
}: Case): Promise<Answered> {
  const { origin, cookie } = { origin: SHOP, cookie: `_rt=${touch(0)}`, ...rest };
  const headers = { host, ...(origin && { origin }), ...(cookie && { cookie }), ...rest.more };
  const events = rows ?? [{ id: `e-${Math.random()}`, n: 'pageview', t: Date.now() }];
  const sent = JSON.stringify({ v: 1, k: keys.get(`${by} ${site}`), s: Date.now(), e: events });
  return new Promise((resolve, reject) => {
    request(`${running.get(by)?.url}/e`, { method: 'POST', headers }, (answer) => {
      answer.resume().on('end', () =>
        resolve({
          status: answer.statusCode ?? 0,
          cookies: answer.headers['set-cookie'],
          credentials: answer.headers['access-control-allow-credentials'],
        }),
      );
    })
      .on('error', reject)
      .end(rest.body ?? sent);
  });
}

const rt = (scope: number, ...attributes: string[]) =>
  [`_rt=${touch(scope)}`, 'Path=/', DAYS_90, ...attributes, 'SameSite=Lax'].join('; ');

describe('the cookie is set again, as the script has set it', () => {
  const cases: [string, Case, string][] = [
    ['on the origin of the shop', {}, rt(0, 'Domain=shop.example', 'Secure')],
    [
      'beside cookies of the shop',
      { cookie: `a=1; x_rt=1!0!no; _rt=${touch(0)}; b=2` },
      rt(0, 'Domain=shop.example', 'Secure'),
    ],
    ['for this host alone', { cookie: `_rt=${touch(-1)}` }, rt(-1, 'Secure')],
    [
      'for the host that the browser took it for',
      { cookie: `_rt=${touch(1)}`, origin: 'https://eu.shop.example', host: 'eu.shop.example' },
      rt(1, 'Domain=eu.shop.example', 'Secure'),
    ],
    [
      'below a public suffix of two labels',
      { cookie: `_rt=${touch(1)}`, origin: 'https://shop.co.uk', host: 'shop.co.uk' },
      rt(1, 'Domain=shop.co.uk', 'Secure'),
    ],
    [
      'on plain http',
      { origin: 'http://shop.example', host: 'shop.example:8080' },
      rt(0, 'Domain=shop.example'),
    ],
    [
      'on an address, which is no domain',
      { cookie: `_rt=${touch(2)}`, origin: 'http://127.0.0.1:8080', host: '127.0.0.1:8080' },
      rt(2),
    ],
    ['on localhost', { origin: 'http://localhost:8080', host: 'localhost:4800' }, rt(0)],
    [
      'on a subdomain with credentials',
      { site: 'shared', host: 'refer.shop.example' },
      rt(0, 'Domain=shop.example', 'Secure'),
    ],
    [
      'from one subdomain to another with credentials',
      { site: 'shared', origin: 'https://eu.shop.example', host: 'refer.shop.example' },
      rt(0, 'Domain=shop.example', 'Secure'),
    ],
    [
      "under the site's own name, domain and days",
      {
        site: 'named',
        cookie: `partner=${touch(0)}`,
        origin: 'https://my.eu.shop.example',
        host: 'refer.eu.shop.example',
      },
      `partner=${touch(0)}; Path=/; Max-Age=2592000; Domain=eu.shop.example; Secure; SameSite=Lax`,
    ],
    ['on one host, as the site wants it', { site: 'alone', cookie: `_rt=${touch(-1)}` }, rt(-1, 'Secure')],
    [
      'behind a proxy that is trusted',
      {
        by: 'proxied',
        host: '127.0.0.1:4800',
        more: {
          'x-forwarded-host': 'shop.example',
          'x-forwarded-proto': 'https',
          'x-forwarded-for': '192.0.2.1',
        },
      },
      rt(0, 'Domain=shop.example', 'Secure'),
    ],
    [
      'behind a proxy that renames the host',
      { by: 'renamed', host: '127.0.0.1:4800' },
      rt(0, 'Domain=shop.example', 'Secure'),
    ],
    [
      'although GPC is on, where the site ignores it',
      { site: 'ignoring', more: { 'sec-gpc': '1' } },
      rt(0, 'Domain=shop.example', 'Secure'),
    ],
    [
      'when the browser says that it is the same origin',
      { more: { 'sec-fetch-site': 'same-origin' } },
      rt(0, 'Domain=shop.example', 'Secure'),
    ],
    [
      'of 200 characters',
      { cookie: `_rt=${touch(0).padEnd(200, 'x')}` },
      rt(0, 'Domain=shop.example', 'Secure').replace(touch(0), touch(0).padEnd(200, 'x')),
    ],
  ];
  test.each(cases)('%s', async (_name, request, expected) => {
    expect(await post(request)).toMatchObject({ status: 200, cookies: [expected] });
  });
});

describe('no cookie is set', () => {
  const cases: [string, Case][] = [
    ['when none was sent', { cookie: undefined }],
    ['when only others were sent', { cookie: 'a=1; x_rt=1!0!1!v!c*1' }],
    ['under a name of another site', { site: 'named' }],
    ['without an origin', { origin: undefined }],
    ['for a sandboxed page', { origin: 'null' }],
    ['to a third party', { host: 'collector.example' }],
    ['to a third party with credentials', { site: 'shared', host: 'collector.example' }],
    ['to a host whose name only ends like the shop', { site: 'shared', host: 'evilshop.example' }],
    ['to a subdomain without credentials', { host: 'refer.shop.example' }],
    [
      'to a subdomain when it is for one host',
      { site: 'shared', cookie: `_rt=${touch(-1)}`, host: 'refer.shop.example' },
    ],
    ['to a subdomain when the site wants one host', { site: 'alone', host: 'refer.shop.example' }],
    ['outside the domain that the site names', { site: 'named', cookie: `partner=${touch(0)}` }],
    ['when a browser says that it is cross-site', { more: { 'sec-fetch-site': 'cross-site' } }],
    ['when GPC is on', { more: { 'sec-gpc': '1' } }],
    [
      'by the word of a proxy that is not trusted',
      { host: '127.0.0.1', more: { 'x-forwarded-host': 'shop.example' } },
    ],
    ['with a scope beyond the host', { cookie: `_rt=${touch(2)}` }],
    [
      'with a scope of an address that is a part of it',
      { cookie: `_rt=${touch(0)}`, origin: 'http://127.0.0.1:8080', host: '127.0.0.1' },
    ],
    ['with a scope that is no number', { cookie: `_rt=${touch('x')}` }],
    ['with a scope of -2', { cookie: `_rt=${touch(-2)}` }],
    ['with 201 characters', { cookie: `_rt=${touch(0).padEnd(201, 'x')}` }],
    ['with another version', { cookie: `_rt=2${touch(0).slice(1)}` }],
    ['with nothing behind the scope', { cookie: '_rt=1!0!' }],
    ['with a quote', { cookie: `_rt="${touch(0)}"` }],
    ['with an attribute inside', { cookie: `_rt=${touch(0)},Domain=evil.example` }],
    ['with a space', { cookie: `_rt=${touch(0)} x` }],
    ['with an escape', { cookie: `_rt=${touch(0)}%0d%0aSet-Cookie:a=1` }],
    ['with a tab', { cookie: `_rt=${touch(0)}\tx` }],
  ];
  test.each(cases)('%s', async (_name, request) => {
    const answer = await post(request);
    expect(answer).toMatchObject({ status: 200, cookies: undefined });
  });

  test('to an origin that the site does not have', async () => {
    const answer = await post({ site: 'shared', origin: 'https://evil.shop.example', host: 'shop.example' });
    expect(answer).toEqual({ status: 403, cookies: undefined, credentials: 'true' });
  });
});

describe('credentials are allowed', () => {
  test.each([
    ['where the site says so', { site: 'shared', cookie: undefined } as Case, 'true'],
    ['nowhere else', { cookie: undefined } as Case, undefined],
    ['not without an origin', { site: 'shared', origin: undefined } as Case, undefined],
    ['not to a page that has no origin of its own', { site: 'shared', origin: 'null' } as Case, undefined],
  ])('%s', async (_name, request, expected) => {
    expect((await post(request)).credentials).toBe(expected);
  });

  // Otherwise the script takes a refusal for a network that does not work, and asks again.
  test.each<[string, number, Case]>([
    ['no JSON', 400, { body: '{' }],
    ['a key of no site', 401, { body: '{"v":1,"k":"rt_pub_nobody","s":1,"e":[{}]}' }],
    ['a foreign origin', 403, { origin: 'https://evil.example' }],
    ['a body that is too large', 413, { body: ' '.repeat(65_537) }],
  ])('in every error, since its site may not be known: %s', async (_name, status, request) => {
    expect(await post({ ...request, cookie: undefined })).toMatchObject({ status, credentials: 'true' });
  });

  test('in the answer that tells the script to come back later, too', async () => {
    const limited = await testCollector({ rateLimit: 1 });
    try {
      running.set('limited', limited);
      keys.set('limited plain', (await limited.addSite({ tag: { credentials: true } })).publicKey);
      const answer = await post({ by: 'limited' as 'bare', rows: [1, 2] });
      expect(answer).toMatchObject({ status: 429, credentials: 'true' });
    } finally {
      running.delete('limited');
      await limited.close();
    }
  });
});
