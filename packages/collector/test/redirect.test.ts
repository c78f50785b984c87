import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parseRedirect } from '../src/redirect/parseRedirect.js';
import { redirectTarget } from '../src/redirect/redirectTarget.js';
import { BROWSER, ORIGIN, type TestCollector, testCollector } from './testCollector.js';

const site = { landingUrl: 'https://shop.example/start?lang=de' };

function targetOf(url: string, link: { path?: string } = {}): string | undefined {
  const asked = parseRedirect(url);
  return asked && redirectTarget(site, link, asked);
}

describe('where a redirect leads', () => {
  const cases: [string, string, string | undefined][] = [
    ['the landing page', '/l/bob', 'https://shop.example/start?lang=de&ref=bob'],
    ['a slash at the end', '/l/bob/', 'https://shop.example/start?lang=de&ref=bob'],
    ['a path', '/l/bob/a/b', 'https://shop.example/a/b?ref=bob'],
    ['a query, kept byte for byte', '/l/bob/a?x=a%20b+c&y', 'https://shop.example/a?x=a%20b+c&y&ref=bob'],
    ['a query to the landing page', '/l/bob?x=1', 'https://shop.example/start?lang=de&x=1&ref=bob'],
    ['another ref', '/l/bob/a?ref=eve&x=1&%72ef=eve', 'https://shop.example/a?x=1&ref=bob'],
    ['a query that starts with a question mark', '/l/bob/a??ref=', 'https://shop.example/a??ref=&ref=bob'],
    ['two slashes', '/l/bob//evil.example/x', 'https://shop.example/evil.example/x?ref=bob'],
    ['many slashes and backslashes', '/l/bob/\\/\\evil.example', 'https://shop.example/evil.example?ref=bob'],
    ['an encoded slash', '/l/bob/%2f%2fevil.example', 'https://shop.example/%2f%2fevil.example?ref=bob'],
    ['an encoded backslash', '/l/bob/%5cevil.example', 'https://shop.example/%5cevil.example?ref=bob'],
    [
      'an address as the path',
      '/l/bob/https://evil.example/',
      'https://shop.example/https://evil.example/?ref=bob',
    ],
    ['user and host', '/l/bob/@evil.example', 'https://shop.example/@evil.example?ref=bob'],
    ['a line break', '/l/bob/a%0d%0aSet-Cookie:x', 'https://shop.example/a%0d%0aSet-Cookie:x?ref=bob'],
    ['dots', '/l/bob/a/../../..//x', 'https://shop.example//x?ref=bob'],
    ['a code that cannot be one', '/l/b%2fb/x', undefined],
    ['a broken escape', '/l/%zz', undefined],
    ['no code', '/l/', undefined],
  ];
  test.each(cases)('%s', (_name, url, expected) => {
    expect(targetOf(url)).toBe(expected);
  });

  test('the page of the link, unless another is named', () => {
    expect(targetOf('/l/bob?x=1', { path: '/spring?a=1' })).toBe(
      'https://shop.example/spring?a=1&x=1&ref=bob',
    );
    expect(targetOf('/l/bob/other', { path: '/spring' })).toBe('https://shop.example/other?ref=bob');
  });

  test('never to another host, whatever is asked for', () => {
    const part = fc.constantFrom(
      '/',
      '\\',
      '//',
      '@',
      ':',
      'https:',
      'evil.example',
      '%2f',
      '%5c',
      '..',
      '.',
      '?',
      '#',
      '%0d%0a',
      'ref=',
      '&',
      ' ',
      '\t',
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 12 }), (parts) => {
        const target = targetOf(`/l/bob/${parts.join('')}`);
        expect(new URL(target ?? '').origin).toBe('https://shop.example');
        expect(new URL(target ?? '').searchParams.getAll('ref')).toEqual(['bob']);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('following a link', () => {
  let collector: TestCollector;
  beforeAll(async () => {
    // At noon: who has come is told from the hashes of one day.
    collector = await testCollector({ clock: () => Date.UTC(2026, 4, 1, 12) });
    await collector.addSite();
    await collector.addPartner('Alice', { code: 'alice' });
    const { id } = await collector.addPartner('Paul', { code: 'paul' });
    await collector.api('PATCH', `/partners/${id}`, { status: 'paused' });
  });
  afterAll(() => collector.close());

  const follow = (path: string, agent = BROWSER, method = 'GET', more: Record<string, string> = {}) =>
    collector.send(method, path, { headers: { 'user-agent': agent, ...more } });
  const totals = async () => (await collector.api('GET', '/totals')).json;
  const clicks = async () =>
    (await totals()).totals.find((row: { code: string }) => row.code === 'alice').clicks;

  test('counts people once a visit, and neither HEAD nor robots nor what a browser fetches ahead', async () => {
    const first = await follow('/l/ALICE/spring?x=1');
    expect(first.status).toBe(302);
    expect(first.headers.get('location')).toBe(`${ORIGIN}/spring?x=1&ref=alice`);
    expect(first.headers.get('cache-control')).toBe('no-store');
    expect(first.headers.get('referrer-policy')).toBe('strict-origin-when-cross-origin');
    await follow('/l/alice');
    await follow('/l/alice', `${BROWSER} other`, 'HEAD');
    await follow('/l/alice', 'Googlebot/2.1 (+http://www.google.com/bot.html)');
    await follow('/l/alice', `${BROWSER} ahead`, 'GET', { 'sec-purpose': 'prefetch;prerender' });
    await follow('/l/paul');
    expect(await clicks()).toBe(1);
    expect((await totals()).refused).toEqual({ repeat: 1, bot: 2, paused: 1 });
    await follow('/l/alice', `${BROWSER} another`);
    expect(await clicks()).toBe(2);
  });

  test('with an unknown code leads to the only site, which counts it', async () => {
    const answer = await follow('/l/nobody');
    expect(answer.headers.get('location')).toBe(`${ORIGIN}/?ref=nobody`);
    expect((await totals()).refused['unknown-code']).toBe(1);
  });

  test('that nobody can follow shows a page for people', async () => {
    await collector.addSite({ id: 'second' });
    await collector.addPartner('Alice 2', { code: 'alice', site: 'second' });
    for (const path of ['/l/nobody', '/l/alice', '/l/%zz', '/l/a%2fb']) {
      const answer = await follow(path);
      expect(answer.status).toBe(404);
      expect(answer.headers.get('content-type')).toContain('text/html');
      expect(answer.text).toContain('This link does not work');
    }
    expect((await follow('/l/paul')).status).toBe(302);
  });
});
