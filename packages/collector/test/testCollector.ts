import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { openStore, type Store } from '@reftally/store';
import { pino } from 'pino';
import type { CollectorOptions } from '../src/CollectorOptions.js';
import { startCollector } from '../src/startCollector.js';

export const ADMIN_KEY = 'the-admin-key-of-the-tests';
export const ORIGIN = 'https://shop.example';
export const BROWSER = 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/140.0 Safari/537.36';

/** Whatever an API answers: the tests find out what it is. */
export type Json = ReturnType<typeof JSON.parse>;
export type Answer = { status: number; headers: Headers; text: string; json: Json };

export type TestCollector = Awaited<ReturnType<typeof testCollector>>;

/** Where the collectors of a test file keep their events: a new store each, in a folder unless the file says otherwise. */
export const testStores = {
  open: (folder: string): Promise<Store> => openStore({ url: `file:${folder}`, warn: () => undefined }),
};

/** A collector with a real store on a folder of its own; `close` removes both. `log` collects what it logs. */
export async function testCollector(
  options: CollectorOptions = {},
  wrap: (store: Store) => Store = (store) => store,
) {
  const folder = await mkdtemp(join(tmpdir(), 'reftally-collector-'));
  const store = await testStores.open(folder);
  let log = '';
  const stream = new Writable({
    write(chunk, _encoding, done) {
      log += String(chunk);
      done();
    },
  });
  const collector = await startCollector({
    port: 0,
    adminKey: ADMIN_KEY,
    rateLimit: 0,
    store: wrap(store),
    logger: pino({ level: 'debug' }, stream),
    ...options,
  });
  // Not by a public address: that leads to the real host of the name.
  const url = `http://127.0.0.1:${collector.port}`;

  const send = async (method: string, path: string, init: RequestInit = {}): Promise<Answer> => {
    const answer = await fetch(url + path, { redirect: 'manual', ...init, method });
    const text = await answer.text();
    const isJson = answer.headers.get('content-type')?.includes('application/json');
    return {
      status: answer.status,
      headers: answer.headers,
      text,
      json: isJson ? JSON.parse(text) : undefined,
    };
  };
  const api = (method: string, path: string, body?: unknown, headers: Record<string, string> = {}) =>
    send(method, `/api/v1${path}`, {
      headers: { authorization: `Bearer ${ADMIN_KEY}`, ...headers },
      ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
  const post = (body: unknown, headers: Record<string, string> = { origin: ORIGIN }) =>
    send('POST', '/e', {
      headers: { 'user-agent': BROWSER, ...headers },
      body:
        typeof body === 'string' || body instanceof Uint8Array ? (body as BodyInit) : JSON.stringify(body),
    });
  const addSite = async (more: object = {}): Promise<Json> =>
    (
      await api('POST', '/sites', {
        id: 'shop',
        origins: [ORIGIN],
        landingUrl: `${ORIGIN}/`,
        currencies: ['EUR', 'JPY'],
        ...more,
      })
    ).json;
  const addPartner = async (name: string, more: object = {}): Promise<Json> =>
    (await api('POST', '/partners', { name, ...more })).json;
  const close = async () => {
    await collector.close();
    await store.close();
    await rm(folder, { recursive: true });
  };
  return { url, folder, store, collector, send, api, post, addSite, addPartner, close, log: () => log };
}
