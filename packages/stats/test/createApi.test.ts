import { describe, expect, test } from 'vitest';
import { ApiError } from '../src/api/ApiError.js';
import { allPages } from '../src/api/allPages.js';
import { createApi } from '../src/api/createApi.js';

const json = (status: number, body: unknown, headers: Record<string, string> = {}) =>
  new Response(JSON.stringify(body), { status, headers });

function apiWith(answer: () => Promise<Response>) {
  const asked: [string, RequestInit | undefined][] = [];
  let signedOut = 0;
  const fetcher: typeof fetch = (input, init) => {
    asked.push([String(input), init]);
    return answer();
  };
  const api = createApi(fetcher, () => {
    signedOut++;
  });
  return { api, asked, signedOut: () => signedOut };
}

describe('the API client', () => {
  test('leaves out what is not set and quotes what is', async () => {
    const { api, asked } = apiWith(async () => json(200, { totals: [] }));
    await api.totals({ site: 'a&b', from: '2026-01-01', to: '2026-01-02', interval: 'day' });
    expect(asked[0]?.[0]).toBe('/api/v1/totals?site=a%26b&from=2026-01-01&to=2026-01-02&interval=day');
    await api.makeAccess('p/1');
    expect(asked[1]?.[0]).toBe('/api/v1/partners/p%2F1/access');
  });

  test.each<[string, () => Promise<Response>, Partial<ApiError>]>([
    [
      'ours',
      async () => json(400, { error: { code: 'invalid', message: 'code: no' } }),
      { status: 400, code: 'invalid', message: 'code: no' },
    ],
    ['too many', async () => json(429, {}, { 'retry-after': '9' }), { status: 429, retryAfter: 9 }],
    [
      'a proxy’s page',
      async () => new Response('<html>', { status: 502 }),
      { status: 502, code: 'unexpected' },
    ],
    ['not JSON', async () => new Response('<html>', { status: 200 }), { code: 'unexpected' }],
    ['no answer', () => Promise.reject(new TypeError('failed')), { status: 0, code: 'unreachable' }],
  ])('an error: %s', async (_name, answer, expected) => {
    const { api } = apiWith(answer);
    const error: unknown = await api.sites().catch((cause: unknown) => cause);
    expect(error).toBeInstanceOf(ApiError);
    expect(error).toMatchObject(expected);
  });

  test('tells when the session is over, but not when it is asked for', async () => {
    const { api, signedOut } = apiWith(async () => json(401, { error: { code: 'signed-out', message: '' } }));
    await api.session().catch(() => undefined);
    await api.signIn({ key: 'x' }).catch(() => undefined);
    expect(signedOut()).toBe(0);
    await api.sites().catch(() => undefined);
    expect(signedOut()).toBe(1);
  });

  test.each([
    ['quoted', 'attachment; filename="payout-may.csv"', 'payout-may.csv'],
    ['bare', 'attachment; filename=payout-may-sepa.xml', 'payout-may-sepa.xml'],
    ['missing', 'attachment', 'payout.csv'],
  ])('a file comes under its name: %s', async (_name, disposition, name) => {
    const { api, asked } = apiWith(
      async () => new Response('a,b', { headers: { 'content-disposition': disposition } }),
    );
    const file = await api.exportPayout('shop', 'may', { format: 'csv' });
    expect([file.name, await file.content.text()]).toEqual([name, 'a,b']);
    expect([asked[0]?.[0], asked[0]?.[1]?.body]).toEqual([
      '/api/v1/payouts/may/export',
      '{"site":"shop","format":"csv"}',
    ]);
  });

  test('an answer without a body is fine', async () => {
    const { api } = apiWith(async () => new Response(null, { status: 204 }));
    await expect(api.signOut()).resolves.toBeUndefined();
  });
});

test('all pages are read, in order', async () => {
  const pages: Record<string, { items: number[]; nextCursor?: string }> = {
    start: { items: [1, 2], nextCursor: 'b' },
    b: { items: [], nextCursor: 'c' },
    c: { items: [3] },
  };
  const found: number[] = [];
  await allPages(
    async (cursor) => pages[cursor ?? 'start'] ?? { items: [] },
    (items) => found.push(...items),
  );
  expect(found).toEqual([1, 2, 3]);
});
