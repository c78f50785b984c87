import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { cspAllows } from '../src/doctor/cspAllows.js';
import { diagnose } from '../src/doctor/diagnose.js';
import type { Finding } from '../src/doctor/Finding.js';
import { makePatient } from '../src/doctor/makePatient.js';
import { scriptTags } from '../src/doctor/scriptTags.js';
import { sharesNetwork } from '../src/doctor/sharesNetwork.js';
import type { World } from '../src/doctor/World.js';
import { type Json, type TestCollector, testCollector } from './testCollector.js';

const SHOP = 'https://shop.example';
const origins = [
  SHOP,
  'https://www.shop.example',
  'http://shop.example',
  'http://127.0.0.1:8080',
  'http://localhost:4700',
  'https://shop.co.uk',
  'https://shop.herokuapp.com',
];

let collector: TestCollector;
beforeAll(async () => {
  collector = await testCollector({ trustProxy: 1 });
});
afterAll(() => collector.close());

/** A deployment: what differs from a collector on the shop's own origin, where all is well. */
type Deployment = {
  /** The address of the collector, and of the shop. */
  at?: string;
  shop?: string;
  tag?: object;
  /** Addresses by host, and what a host is an alias of. */
  dns?: Record<string, string[]>;
  cname?: Record<string, string>;
  /** What the page is, given the tag that it should have. */
  page?: (tag: string) => string;
  pageHeaders?: Record<string, string>;
  /** Another answer than the real one. */
  instead?: (url: URL, init: RequestInit, real: () => Promise<Response>) => Promise<Response> | undefined;
};

const ONE_NETWORK = { 'shop.example': ['192.0.2.10'], 'refer.shop.example': ['192.0.77.1'] };

let sites = 0;

/** Each address leads to the real collector, through a proxy that says which it was; the page is made up. */
async function examine(deployment: Deployment): Promise<{ findings: Finding[]; site: string }> {
  const { at = SHOP, shop = `${SHOP}/`, tag, cname = {}, ...rest } = deployment;
  const dns: Record<string, string[]> = deployment.dns ?? ONE_NETWORK;
  sites += 1;
  const id = `shop-${sites}`;
  const site = await collector.addSite({ id, origins, ...(tag && { tag }) });
  const snippet = async (query: string): Promise<Json> => {
    const { text } = await collector.api('GET', `/sites/${id}/snippet${query}`);
    return JSON.parse(text.replaceAll(collector.url, at));
  };
  const [current, pinned] = [await snippet(''), await snippet('?sri=true')];
  const real = (url: URL, init: RequestInit): Promise<Response> => {
    const headers = new Headers(init.headers);
    headers.set('x-forwarded-host', url.host);
    headers.set('x-forwarded-proto', url.protocol.slice(0, -1));
    headers.set('x-forwarded-for', '192.0.2.99');
    return fetch(collector.url + url.pathname, { ...init, headers });
  };
  const page = () => {
    const html = (rest.page ?? ((text) => `<!doctype html><head>${text}</head>`))(current.html);
    return Promise.resolve(
      new Response(html, { headers: { 'content-type': 'text/html', ...rest.pageHeaders } }),
    );
  };
  const world: World = {
    fetch: (address, init = {}) => {
      const url = new URL(address);
      const answer = () => (url.href === shop ? page() : real(url, init));
      return rest.instead?.(url, init, answer) ?? answer();
    },
    addresses: async (host) => dns[host] ?? [],
    aliases: async (host) => (cname[host] ? [cname[host]] : []),
  };
  const findings = await diagnose(makePatient(site, { current, pinned }, shop), world);
  return { findings, site: id };
}

/** What is not as it should be: `{ check: status }`, and all that is said. */
function summary(findings: readonly Finding[]) {
  const odd = findings.filter(({ status }) => status !== 'pass');
  const said = odd.map(({ says, next }) => `${says} ${next ?? ''}`).join('\n');
  return { odd: Object.fromEntries(odd.map(({ check, status }) => [check, status])), said };
}

const subdomain = { at: 'https://refer.shop.example', tag: { credentials: true } };

describe('deployments', () => {
  const cases: [string, Deployment, Record<string, string>, string[]][] = [
    ['same origin', {}, {}, []],
    ['a subdomain on the same network', subdomain, {}, []],
    [
      'another subdomain, both under a public suffix of two labels',
      {
        at: 'https://refer.shop.co.uk',
        shop: 'https://shop.co.uk/',
        tag: { credentials: true },
        dns: { 'shop.co.uk': ['192.0.2.10'], 'refer.shop.co.uk': ['192.0.2.11'] },
      },
      {},
      [],
    ],
    [
      'the same network by IPv6 too',
      {
        ...subdomain,
        dns: {
          'shop.example': ['192.0.2.10', '2001:db8:1:2::a'],
          'refer.shop.example': ['192.0.2.11', '2001:DB8:1:2:9::1'],
        },
      },
      {},
      [],
    ],
    [
      'a subdomain without credentials',
      { at: 'https://refer.shop.example' },
      { credentials: 'warn', header: 'warn', safari: 'warn' },
      ['--credentials on', '7 days'],
    ],
    [
      'a subdomain, and a cookie for one host',
      { ...subdomain, tag: { credentials: true, cookieDomain: 'none' } },
      { credentials: 'warn', header: 'warn', safari: 'warn' },
      ['for the host of the page alone', '--cookie-domain auto'],
    ],
    [
      'a subdomain that is an alias of a foreign host',
      { ...subdomain, cname: { 'refer.shop.example': 'x1.cloud.example.net.' } },
      { alias: 'warn', safari: 'warn' },
      ['alias (CNAME) of x1.cloud.example.net', 'A or AAAA record'],
    ],
    [
      "an alias by way of one of the shop's",
      {
        ...subdomain,
        cname: { 'refer.shop.example': 'lb.shop.example', 'lb.shop.example': 'lb.cloud.example.net' },
      },
      { alias: 'warn', safari: 'warn' },
      ['lb.cloud.example.net'],
    ],
    [
      'an alias of where the shop is too',
      {
        ...subdomain,
        cname: { 'refer.shop.example': 'edge.cdn.example.net', 'shop.example': 'shop.cdn.example.net' },
      },
      {},
      [],
    ],
    [
      'another network',
      { ...subdomain, dns: { 'shop.example': ['192.0.2.10'], 'refer.shop.example': ['192.1.2.10'] } },
      { network: 'warn', safari: 'warn' },
      ['(192.1.2.10)', '(192.0.2.10)', 'do not share their first half', 'a path of shop.example'],
    ],
    [
      'another network by IPv6',
      {
        ...subdomain,
        dns: {
          'shop.example': ['192.0.2.10', '2001:db8:1:2::a'],
          'refer.shop.example': ['192.0.2.11', '2001:db8:1:3::a'],
        },
      },
      { network: 'warn', safari: 'warn' },
      ['for some visitors'],
    ],
    [
      'a shop with IPv6 and a collector without',
      {
        ...subdomain,
        dns: { 'shop.example': ['192.0.2.10', '2001:db8::a'], 'refer.shop.example': ['192.0.2.11'] },
      },
      { network: 'warn', safari: 'warn' },
      ['for some visitors'],
    ],
    [
      'a name without an address',
      { ...subdomain, dns: { 'shop.example': ['192.0.2.10'] } },
      { network: 'fail', safari: 'warn' },
      ['refer.shop.example has no address'],
    ],
    [
      'a foreign domain',
      { at: 'https://collector.example', tag: { credentials: true } },
      { site: 'warn', safari: 'warn' },
      ["not on the shop's site (shop.example)", 'on a subdomain of shop.example'],
    ],
    [
      'neighbours under a public suffix',
      { at: 'https://refer.co.uk', shop: 'https://shop.co.uk/' },
      { site: 'warn', safari: 'warn' },
      ['(refer.co.uk)'],
    ],
    [
      'neighbours at a host of many',
      { at: 'https://refer.herokuapp.com', shop: 'https://shop.herokuapp.com/' },
      { site: 'warn', safari: 'warn' },
      ["not on the shop's site (shop.herokuapp.com)"],
    ],
    [
      'plain http',
      { at: 'http://shop.example', shop: 'http://shop.example/' },
      { https: 'warn', safari: 'warn' },
      ['shop.example on plain http'],
    ],
    [
      'a shop on https and a collector that is not',
      { at: 'http://refer.shop.example', tag: { credentials: true } },
      { https: 'fail', safari: 'warn' },
      ['browsers send nothing from there to http://refer.shop.example'],
    ],
    [
      'an address',
      { at: 'http://127.0.0.1:8080', shop: 'http://127.0.0.1:8080/' },
      { https: 'warn', safari: 'warn' },
      ['fine on this machine'],
    ],
    [
      'localhost, on two ports',
      { at: 'http://localhost:4800', shop: 'http://localhost:4700/', tag: { credentials: true } },
      { https: 'warn', safari: 'warn' },
      ['fine on this machine'],
    ],
  ];
  test.each(cases)('%s', async (_name, deployment, expected, words) => {
    const { odd, said } = summary((await examine(deployment)).findings);
    expect(odd).toEqual(expected);
    for (const word of words) expect(said).toContain(word);
  });
});

const answer = (body: string, init: ResponseInit = {}) => Promise.resolve(new Response(body, init));
const without = async (real: Promise<Response>, ...names: string[]) => {
  const { status, headers, body } = await real;
  const left = new Headers(headers);
  for (const name of [...names, 'content-encoding']) left.delete(name);
  return new Response(status === 304 ? null : body, { status, headers: left });
};
const unreachable = () =>
  Promise.reject(
    new TypeError('fetch failed', { cause: Object.assign(new Error('x'), { code: 'ECONNREFUSED' }) }),
  );

describe('what goes wrong', () => {
  const isScript = ({ pathname }: URL) => /^\/r(-[\d.]+)?\.js$/.test(pathname);
  const cases: [string, Deployment, Record<string, string>, string[]][] = [
    [
      'nothing answers',
      { instead: unreachable },
      {
        script: 'fail',
        pinned: 'fail',
        page: 'fail',
        events: 'fail',
        strangers: 'fail',
        header: 'fail',
        safari: 'warn',
      },
      ['https://shop.example/r.js cannot be reached: ECONNREFUSED'],
    ],
    [
      'a script that is rewritten on the way',
      {
        instead: (url) =>
          isScript(url)
            ? answer('minified', { headers: { etag: '"x"', 'access-control-allow-origin': '*' } })
            : undefined,
      },
      { script: 'fail', pinned: 'fail', caching: 'warn', compression: 'warn' },
      ['is not the file that the collector has', 'minifier'],
    ],
    [
      'a proxy that knows the script by one name only',
      { instead: ({ pathname }) => (/^\/r-/.test(pathname) ? answer('', { status: 404 }) : undefined) },
      { pinned: 'fail' },
      ['answers 404'],
    ],
    [
      'a proxy that drops headers of the script',
      {
        instead: (url, _init, real) =>
          isScript(url) ? without(real(), 'etag', 'access-control-allow-origin') : undefined,
      },
      { pinned: 'fail', caching: 'warn', compression: 'warn' },
      ['Access-Control-Allow-Origin', 'no ETag'],
    ],
    [
      'a cache that answers everybody with the header of one',
      {
        instead: (url, _init, real) =>
          isScript(url)
            ? real().then(({ body, headers, status }) => {
                const changed = new Headers(headers);
                changed.set('access-control-allow-origin', 'https://first.example');
                changed.delete('content-encoding');
                return new Response(status === 304 ? null : body, { status, headers: changed });
              })
            : undefined,
      },
      { pinned: 'fail', compression: 'warn' },
      ['Access-Control-Allow-Origin'],
    ],
    [
      'a page without the tag',
      { page: () => '<head></head>' },
      { page: 'fail' },
      ['does not have the tag', 'reftally snippet'],
    ],
    [
      'a tag that is commented out',
      { page: (tag) => `<!-- ${tag} -->` },
      { page: 'fail' },
      ['does not have the tag'],
    ],
    [
      'a page with a tag manager',
      { page: () => '<script src="https://www.googletagmanager.com/gtm.js?id=1"></script>' },
      { page: 'warn' },
      ['cannot be seen from here'],
    ],
    [
      'the tag of another site',
      { page: () => '<script src=/r.js data-site=rt_pub_other></script>' },
      { page: 'fail' },
      ['another site (rt_pub_other'],
    ],
    [
      'a tag with other settings',
      { tag: { days: 30 }, page: (tag) => tag.replace('data-days="30"', 'data-cookie="x"') },
      { page: 'warn' },
      ['its data-cookie is "x" where the site has none and its data-days is none where the site has "30"'],
    ],
    [
      'a tag with the hash of another version',
      { page: (tag) => tag.replace(' data-site', ' integrity="sha384-AAAA" data-site') },
      { page: 'fail' },
      ['hash is not that of https://shop.example/r.js'],
    ],
    [
      'a script from elsewhere',
      { page: (tag) => tag.replace(SHOP, 'https://cdn.example') },
      { page: 'warn' },
      ['loads the script from https://cdn.example/r.js'],
    ],
    [
      'a page that nobody may see',
      { instead: ({ href }) => (href === `${SHOP}/` ? answer('', { status: 401 }) : undefined) },
      { page: 'fail' },
      ['answers 401'],
    ],
    [
      'a policy that allows neither',
      { ...subdomain, pageHeaders: { 'content-security-policy': "default-src 'self'" } },
      { policy: 'fail' },
      ['script-src https://refer.shop.example/r.js; connect-src https://refer.shop.example/e'],
    ],
    [
      'a policy that allows the script only',
      { ...subdomain, pageHeaders: { 'content-security-policy': "default-src 'none'; script-src https:" } },
      { policy: 'fail' },
      ['Add to it: connect-src https://refer.shop.example/e'],
    ],
    [
      'an endpoint that is not one',
      { instead: ({ pathname }) => (pathname === '/e' ? answer('<html>', { status: 200 }) : undefined) },
      { events: 'fail', strangers: 'fail', header: 'warn', safari: 'warn' },
      ['answers 200, and not as a collector does'],
    ],
    [
      'another collector at the address',
      { instead: ({ pathname }) => (pathname === '/e' ? answer('{}', { status: 401 }) : undefined) },
      { events: 'fail', strangers: 'warn', header: 'warn', safari: 'warn' },
      ["does not know this site's key"],
    ],
    [
      'a proxy that drops the origin',
      {
        instead: (_url, init, real) => {
          if (init.headers instanceof Headers || init.method !== 'POST') return undefined;
          delete (init.headers as Record<string, string>).origin;
          return real();
        },
      },
      { strangers: 'fail', header: 'warn', safari: 'warn' },
      ['Events of any page are taken', 'pass the Origin header on'],
    ],
    [
      'a proxy that drops CORS',
      {
        ...subdomain,
        instead: (url, _init, real) =>
          url.pathname === '/e' ? without(real(), 'access-control-allow-origin') : undefined,
      },
      { events: 'fail' },
      ['does not allow https://shop.example to read'],
    ],
    [
      'a proxy that drops permission for cookies',
      {
        ...subdomain,
        instead: (url, _init, real) =>
          url.pathname === '/e' ? without(real(), 'access-control-allow-credentials') : undefined,
      },
      { events: 'fail' },
      ['does not allow cookies along'],
    ],
    [
      'a proxy that drops the cookie',
      { instead: (url, _init, real) => (url.pathname === '/e' ? without(real(), 'set-cookie') : undefined) },
      { header: 'warn', safari: 'warn' },
      ['does not set the cookie again', '--trust-proxy'],
    ],
    [
      'a shop whose page is elsewhere',
      {
        instead: ({ href }) =>
          href === `${SHOP}/`
            ? answer('<script data-site=x>').then((page) =>
                Object.defineProperty(page, 'url', { value: 'https://new.shop.example/' }),
              )
            : undefined,
      },
      { page: 'fail', events: 'fail', credentials: 'warn', network: 'fail', header: 'warn', safari: 'warn' },
      [`--origin ${origins.join(' ')} https://new.shop.example`],
    ],
  ];
  test.each(cases)('%s', async (_name, deployment, expected, words) => {
    const { odd, said } = summary((await examine(deployment)).findings);
    expect(odd).toEqual(expected);
    for (const word of words) expect(said).toContain(word);
  });

  test('a pinned tag and a policy by nonce are as good', async () => {
    const { findings } = await examine({
      page: (tag) => tag.replace(' data-site', ' nonce="n1" data-site'),
      pageHeaders: {
        'content-security-policy': "script-src 'nonce-n1' 'strict-dynamic'; connect-src 'self'",
      },
    });
    expect(summary(findings).odd).toEqual({});
  });
});

test('no number changes', async () => {
  const { site } = await examine({});
  const { json } = await collector.api('GET', `/totals?site=${site}&from=2020-01-01&to=2030-01-01`);
  expect(json.direct).toMatchObject({ pageviews: 0, signups: 0, purchases: 0 });
  expect([json.totals, json.refused]).toEqual([[], {}]);
});

test.each([
  ['192.0.2.1', '192.0.99.99', true],
  ['192.0.2.1', '192.1.2.1', false],
  ['2001:db8:1:2::1', '2001:db8:1:2:ffff::9', true],
  ['2001:db8:1:2::1', '2001:0DB8:0001:0002:0::9', true],
  ['2001:db8:1:2::1', '2001:db8:1:3::1', false],
  ['2001:db8::1', '2001:db8:0:0:1::1', true],
  ['192.0.2.1', '2001:db8::1', false],
  ['not-an-address', 'not-an-address', false],
])('%s and %s share their first half: %s', (one, other, shares) => {
  expect(sharesNetwork(one, other)).toBe(shares);
});

describe('a policy', () => {
  const page = new URL('https://shop.example/cart');
  const R = 'https://refer.shop.example/r.js';
  const cases: [string, string, boolean, object?][] = [
    ["default-src 'self'", R, false],
    ["default-src 'self'", 'https://shop.example/r.js', true],
    ['img-src *', R, true],
    ['script-src *', R, true],
    ['script-src https:', R, true],
    ['script-src http:', R, true],
    ['script-src refer.shop.example', R, true],
    ['script-src http://refer.shop.example', R, true],
    ['script-src *.shop.example', R, true],
    ['script-src *.shop.example', 'https://shop.example/r.js', false],
    ['script-src *.example', 'https://evilexample/r.js', false],
    ['script-src https://refer.shop.example:8443', R, false],
    ['script-src https://refer.shop.example:443', R, true],
    ['script-src https://refer.shop.example:*', 'https://refer.shop.example:8443/r.js', true],
    ['script-src https://refer.shop.example', 'https://refer.shop.example:8443/r.js', false],
    ['script-src https://refer.shop.example/r.js', R, true],
    ['script-src https://refer.shop.example/js/', R, false],
    ['script-src https://refer.shop.example/', R, true],
    ["script-src 'none'", R, false],
    ['script-src', R, false],
    ["SCRIPT-SRC 'none'; script-src *", R, false],
    ["default-src 'none'; script-src-elem *", R, true],
    [`script-src *, script-src 'none'`, R, false],
    ["script-src 'nonce-a' 'strict-dynamic'", R, true, { nonce: 'a' }],
    ["script-src 'nonce-a'", R, false, { nonce: 'b' }],
    ["script-src 'strict-dynamic' *", R, false],
    ["script-src 'sha384-x'", R, true, { integrity: 'sha384-x' }],
  ];
  test.each(cases)('%s: %s is allowed: %s', (policy, url, allowed, more = {}) => {
    const directives = ['script-src-elem', 'script-src', 'default-src'];
    expect(cspAllows(policy, page, { directives, url: new URL(url), ...more })).toBe(allowed);
  });
});

test('the script elements of a page, however they are written', () => {
  const html = `<SCRIPT Defer SRC='/a.js' data-site=one></script><!-- <script data-site=no></script> -->
    <script data-site="a&amp;b" nonce="x>y">1 < 2</script><scripty data-site=no>`;
  expect(scriptTags(html).map((tag) => Object.fromEntries(tag))).toEqual([
    { defer: '', src: '/a.js', 'data-site': 'one' },
    { 'data-site': 'a&b', nonce: 'x>y' },
  ]);
});
