import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import type { Partner } from '../src/api/Partner.js';
import type { Site } from '../src/api/Site.js';
import { fakeConversions } from './fakeConversions.js';
import { fakePayouts } from './fakePayouts.js';
import { fakeReviews } from './fakeReviews.js';
import { fakeRow } from './fakeRow.js';
import { makeStatement } from './makeStatement.js';

const PUBLIC = join(import.meta.dirname, '../dist/public');
const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
};
const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";
const FIRST = 'Alice,Bruno,Chidi,Daria,Emre,Farah,Goran,Hana,Ivo,Jun,Kofi,Lena,Mara,Nils,Odette,Priya'.split(
  ',',
);
const LAST = 'Archer,Bellini,Castel,Dvorak,Eriksen,Fontaine,Grün,Haddad,Ito,Jansen'.split(',');

type Fault = { status: number; code: string; message: string; headers?: Record<string, string> } | 'drop';

/** What a test may look at and change while the pages run. */
export type FakeCollector = {
  origin: string;
  /** Answers of the API that go wrong, by the start of `METHOD path`. */
  faults: Map<string, Fault>;
  /** Every API request: `METHOD path?query`. */
  requests: string[];
  /** Sign-in tokens that have not been used yet. */
  tokens: Set<string>;
  close(): Promise<void>;
};

type Options = { partners: number; sites?: Site[]; quiet?: boolean };

const SITE: Site = {
  id: 'acorn',
  name: 'Acorn & Oak',
  landingUrl: 'https://acorn.example/',
  currencies: ['EUR', 'USD'],
  timeZone: 'Europe/Amsterdam',
  publicKey: 'pk_acorn_7f3k2m9q',
  warnings: [
    'policy.holdDays: earnings are payable after 7 days while customers may return for 14 (refundDays), so partners are paid for what comes back; expected at least 14',
  ],
};

function makePartners(count: number): Partner[] {
  return Array.from({ length: count }, (_, i) => {
    const first = FIRST[i % FIRST.length] ?? '';
    const round = Math.floor(i / FIRST.length);
    const code = `${first.toLowerCase()}${round || ''}`;
    return {
      id: `p${i}`,
      site: SITE.id,
      name: `${first} ${LAST[(i * 7 + round) % LAST.length]}`,
      email: `${code}@mail.example`,
      code,
      link: `${SITE.landingUrl}?ref=${code}`,
      status: i % 9 === 4 ? 'paused' : 'active',
      createdAt: '2026-03-02T09:30:00.000Z',
      ...(i === 0 ? { payout: { method: 'paypal', paypalEmail: 'alice@pay.example' } } : {}),
      ...(i === 3
        ? {
            warnings: [
              'commission[0].percent: 95 % and the discount of 10 % (policy.discount) are more than the customer pays; expected 100 % at most together',
            ],
          }
        : {}),
      ...(i === 1
        ? { payout: { method: 'bank', name: 'Bruno Haddad', iban: 'DE89370400440532013000' } }
        : {}),
    };
  });
}

function daysBetween(from: string, to: string): string[] {
  const days: string[] = [];
  for (let at = Date.parse(from); at <= Date.parse(to); at += 86_400_000) {
    days.push(new Date(at).toISOString().slice(0, 10));
  }
  return days;
}

type Json = Record<string, unknown>;
type Reply = { status: number; body?: unknown; text?: string; headers?: Record<string, string> };
const failed = (status: number, code: string, message: string, field?: string): Reply => ({
  status,
  body: { error: { code, message, ...(field ? { field } : {}) } },
});

/** A small stand-in for the collector: the built pages under the strict policy, and the API with made-up numbers. */
export async function startFakeCollector({
  partners: count,
  sites = [SITE],
  quiet,
}: Options): Promise<FakeCollector> {
  const partners = makePartners(count);
  const payouts = fakePayouts(partners, quiet);
  const reviews = fakeReviews(partners, quiet);
  const faults = new Map<string, Fault>();
  const requests: string[] = [];
  const tokens = new Set(['good', 'good2']);
  const expiresAt = '2026-12-24T18:00:00.000Z';

  const sessionOf = (role: string): Json => {
    const [alice] = partners;
    if (role === 'admin') return { role, expiresAt };
    return role === 'site'
      ? { role, expiresAt, site: SITE }
      : { role, expiresAt, site: SITE, partner: alice };
  };
  const signIn = (input: Json): Reply => {
    const role = input.key === 'admin-key' ? 'admin' : input.key === 'site-key' ? 'site' : undefined;
    const signedIn = role ?? (tokens.delete(String(input.token)) ? 'partner' : undefined);
    if (!signedIn) return failed(401, 'unknown-token', 'This link or key is not known, or was used before.');
    const cookie = `reftally_session=${signedIn}; HttpOnly; SameSite=Strict; Path=/`;
    return { status: 200, body: sessionOf(signedIn), headers: { 'set-cookie': cookie } };
  };
  const answers = new Map<string, Reply & { text: string }>();
  // Making up the numbers of ten thousand partners takes longer than the page does: each answer is made once.
  const totals = (query: URLSearchParams, role: string): Reply => {
    const key = `${role} ${partners.length} ${query}`;
    const known = answers.get(key);
    if (known) return known;
    const reply = makeTotals(query, role);
    const answer = { ...reply, text: JSON.stringify(reply.body) };
    answers.set(key, answer);
    return answer;
  };
  const makeTotals = (query: URLSearchParams, role: string): Reply => {
    const from = query.get('from') ?? '';
    const to = query.get('to') ?? '';
    const days = daysBetween(from, to);
    const who = role === 'partner' ? partners.slice(0, 1) : partners;
    const rows =
      query.get('interval') === 'day'
        ? days.flatMap((day) => who.map((p, i) => ({ ...fakeRow(p, i, [day], quiet), period: day })))
        : who.map((p, i) =>
            fakeRow(p, i, days.length > 60 && who.length > 99 ? days.slice(0, 60) : days, quiet),
          );
    const site =
      role === 'partner'
        ? {}
        : {
            direct: quiet
              ? { pageviews: 0, signups: 0, purchases: 0, refunds: 0, revenue: [] }
              : {
                  pageviews: 48210,
                  signups: 612,
                  purchases: 1204,
                  refunds: 31,
                  revenue: [
                    { currency: 'EUR', minor: 8_812_430 },
                    { currency: 'USD', minor: 1_204_900 },
                  ],
                },
            refused: quiet ? {} : { expired: 41, 'unknown-code': 17, paused: 6, bot: 3 },
          };
    const body = {
      site: SITE.id,
      from,
      to,
      interval: query.get('interval'),
      timeZone: SITE.timeZone,
      totals: rows,
    };
    return { status: 200, body: { ...body, ...site } };
  };
  const addPartner = (input: Json): Reply => {
    const name = String(input.name);
    const code = String(input.code ?? name.toLowerCase().replace(/\W+/g, '-'));
    if (/\s/.test(code)) return failed(400, 'invalid', 'code: only letters, digits and _.~- are allowed');
    if (partners.some((p) => p.code === code))
      return failed(409, 'code-taken', `code: "${code}" is taken on this site; choose another.`);
    const added: Partner = {
      id: `p${partners.length}`,
      site: SITE.id,
      name,
      code,
      link: `${SITE.landingUrl}?ref=${code}`,
      status: 'active',
      createdAt: new Date().toISOString(),
    };
    partners.push(added);
    return { status: 201, body: added };
  };
  const listed = (query: URLSearchParams): Reply => {
    const start = Number(query.get('cursor') ?? 0);
    const end = start + Math.min(Number(query.get('limit') ?? 100), 500);
    const more = end < partners.length ? { nextCursor: String(end) } : {};
    return { status: 200, body: { partners: partners.slice(start, end), ...more } };
  };
  const snippetOf = (query: URLSearchParams) => {
    const sri = query.get('sri') === 'true';
    const src = `${origin}/r${sri ? '-1.2.3' : ''}.js`;
    const pin = sri ? ` integrity="sha384-${'q83vEjRW'.repeat(8)}" crossorigin="anonymous"` : '';
    const tag = `<script defer src="${src}"${pin} data-site="${SITE.publicKey}"></script>`;
    const stub = query.get('stub') === 'true' ? '<script>window.reftally=window.reftally||0</script>\n' : '';
    return { version: '1.2.3', html: stub + tag, csp: [`script-src ${src}`, `connect-src ${origin}/e`] };
  };
  const api = (method: string, path: string, query: URLSearchParams, input: Json, role: string): Reply => {
    const route = `${method} ${path}`;
    if (route === 'POST session') return signIn(input);
    if (route === 'DELETE session') {
      return { status: 204, headers: { 'set-cookie': 'reftally_session=; Max-Age=0; Path=/' } };
    }
    if (!role) return failed(401, 'signed-out', 'Sign in first.');
    if (route === 'GET session') return { status: 200, body: sessionOf(role) };
    if (route === 'GET sites') return { status: 200, body: { sites } };
    if (method === 'GET' && path.endsWith('/snippet')) return { status: 200, body: snippetOf(query) };
    if (route === 'GET totals') return totals(query, role);
    if (route === 'GET partners') return listed(query);
    if (route === 'POST partners') return addPartner(input);
    if (route === 'GET conversions')
      return { status: 200, body: fakeConversions(query, role, partners, quiet) };
    if (route === 'GET ledger')
      return { status: 200, body: { ledger: quiet ? [] : makeStatement(30).lines.reverse().slice(0, 25) } };
    if (route === 'GET reviews') return reviews.list(query);
    if (path.endsWith('/review')) return reviews.decide(path.split('/')[1] ?? '', input);
    if (path.startsWith('payouts')) return payouts(method, path, input, role);
    if (path.startsWith('statements/')) return { status: 200, body: makeStatement(30) };
    const partner = partners.find(({ id }) => id === path.split('/')[1]);
    if (method === 'PATCH' && partner) {
      const { iban } = (input.payout ?? {}) as { iban?: string };
      if (iban?.includes('?'))
        return failed(400, 'invalid-request', 'payout.iban: expected an IBAN, got "?"');
      Object.assign(partner, input);
      return { status: 200, body: partner };
    }
    if (method === 'POST' && partner && path.endsWith('/access')) {
      const url = `${origin}/stats#access=t0kEn-4f8Zq2`;
      return { status: 200, body: { url, expiresAt } };
    }
    return failed(404, 'not-found', `Nothing is at ${path}.`);
  };

  const answerApi = async (request: IncomingMessage, response: ServerResponse, url: URL) => {
    const path = url.pathname.slice('/api/v1/'.length);
    const route = `${request.method} ${path}`;
    requests.push(route + url.search);
    let sent = '';
    for await (const chunk of request) sent += chunk;
    const fault = [...faults].find(([start]) => route.startsWith(start))?.[1];
    if (fault === 'drop') return request.socket.destroy();
    const role = /reftally_session=(\w+)/.exec(request.headers.cookie ?? '')?.[1] ?? '';
    const reply: Reply = fault
      ? {
          ...failed(fault.status, fault.code, fault.message),
          ...(fault.headers ? { headers: fault.headers } : {}),
        }
      : api(request.method ?? 'GET', path, url.searchParams, sent ? (JSON.parse(sent) as Json) : {}, role);
    response.writeHead(reply.status, { 'content-type': 'application/json', ...reply.headers });
    response.end(reply.text ?? (reply.body === undefined ? undefined : JSON.stringify(reply.body)));
  };
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://127.0.0.1');
    if (url.pathname.startsWith('/api/v1/')) return void answerApi(request, response, url);
    const page = { '/stats': 'stats.html', '/admin': 'admin.html', '/verify': 'verify.html' }[url.pathname];
    const file = page ?? url.pathname.slice(1);
    readFile(join(PUBLIC, file)).then(
      (content) => {
        const type = TYPES[extname(file)] ?? 'application/octet-stream';
        response.writeHead(200, { 'content-type': type, 'content-security-policy': POLICY });
        response.end(content);
      },
      () => response.writeHead(404).end(),
    );
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const close = async () => {
    server.closeAllConnections();
    await new Promise((done) => server.close(done));
  };
  return { origin, faults, requests, tokens, close };
}
