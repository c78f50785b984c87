import { appendFileSync, cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TrackedEvent } from '@reftally/core';
import { copyStore, FileStore, openStore, StartError, type Store } from '@reftally/store';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DAY, samples } from '../contract/samples.js';
import { type Ended, runReftally } from '../crash/support/runReftally.js';
import type { PostgresServer } from '../postgres/PostgresServer.js';
import { startPostgres } from '../postgres/startPostgres.js';
import { copiedFacts } from './copiedFacts.js';
import { killCopy } from './killCopy.js';
import { makeHistory } from './makeHistory.js';
import { readAll } from './readAll.js';

const warn = () => {};
const SLOW = ['--import', new URL('slowRename.mjs', import.meta.url).href];
const kill = (from: string, to: string, facts: number) => killCopy({ from, to, facts, nodeArgs: SLOW });

describe('reftally copy', () => {
  let server: PostgresServer;
  let scratch: string;
  let ended: number;
  let facts: number;
  const at = (name: string) => `file:${join(scratch, name)}`;

  beforeAll(async () => {
    scratch = mkdtempSync(join(tmpdir(), 'reftally-copy-'));
    server = await startPostgres({ version: 18, fsync: false });
    const store = await FileStore.open({ folder: join(scratch, 'data'), segmentBytes: 1_000_000, warn });
    ended = await makeHistory(store, { events: 6000, partners: 5 });
    await store.close();
    facts = linesOf(join(scratch, 'data'));
  });

  afterAll(async () => {
    await server.stop();
    rmSync(scratch, { recursive: true, force: true });
  });

  const copy = (from: string, to: string) => runReftally('copy', '--from', from, '--to', to);
  const read = (url: string) => using(url, (store) => readAll(store, ended + 40 * DAY));

  /** Kills the copy twice in the middle; each run after it goes on where the one before was. */
  const copyKilled = async (from: string, to: string): Promise<Ended> => {
    let before = 0;
    for (const share of [0, 0.3]) {
      const killed = await kill(from, to, Math.max(facts * share, before + 1));
      expect(killed.wasKilled).toBe(true);
      expect(killed.facts).toBeGreaterThan(before);
      before = killed.facts;
      await expect(openStore({ url: to, warn })).rejects.toThrow(
        /was not finished: let it finish, or run the same reftally copy again/,
      );
    }
    return copy(from, to);
  };

  it('goes on after each kill -9, and ends equal to the source: to a database, and back', {
    timeout: 120_000,
  }, async () => {
    const database = await server.createDatabase();
    const there = await copyKilled(at('data'), database);
    expect(there).toMatchObject({ code: 0, out: expect.stringMatching(/of them by a run before/) });
    const source = await read(at('data'));
    expect(await read(database)).toEqual(source);
    const back = await copyKilled(database, at('back'));
    expect(back).toMatchObject({ code: 0, out: expect.stringMatching(/every ledger ends in the same hash/) });
    expect(await read(at('back'))).toEqual(source);
    expect(logOf(join(scratch, 'back'))).toEqual(logOf(join(scratch, 'data')));
  });

  it('makes a database that decides what comes next as the folder would', { timeout: 120_000 }, async () => {
    const database = await server.createDatabase();
    cpSync(join(scratch, 'data'), join(scratch, 'twin'), { recursive: true });
    await copyStore({ from: at('twin'), to: database });
    const answers = [];
    for (const url of [at('twin'), database])
      answers.push(await using(url, (store) => goOn(store, ended + 2 * DAY)));
    expect(answers[1]).toEqual(answers[0]);
    expect(await read(database)).toEqual(await read(at('twin')));
  });

  it('from folder to folder and from database to database', { timeout: 120_000 }, async () => {
    const [one, two] = [await server.createDatabase(), await server.createDatabase()];
    for (const [from, to] of [
      [at('data'), at('beside')],
      [at('beside'), one],
      [one, two],
    ] as const)
      await copyStore({ from, to });
    expect(await read(two)).toEqual(await read(at('data')));
  });

  it('leaves what a collector that died was writing, as a start would', async () => {
    cpSync(join(scratch, 'data'), join(scratch, 'torn'), { recursive: true });
    const last =
      readdirSync(join(scratch, 'torn', 'log'))
        .sort()
        .at(-1) ?? '';
    appendFileSync(join(scratch, 'torn', 'log', last), '{"outcome":{"answer":{"status":"acc');
    await copyStore({ from: at('torn'), to: at('whole') });
    expect(logOf(join(scratch, 'whole'))).toEqual(logOf(join(scratch, 'data')));
  });

  it('says what is in the way, in one sentence', { timeout: 120_000 }, async () => {
    const database = await server.createDatabase();
    await using(database, (store) => store.addSite(samples.site({ id: 'other' })));
    const half = await server.createDatabase();
    await kill(at('data'), half, 1);
    await using(at('small'), (store) => store.addSite(samples.site({ id: 'small' })));
    await copyStore({ from: at('data'), to: at('done') });
    const busy = await FileStore.open({ folder: join(scratch, 'busy'), warn });
    await busy.addSite(samples.site({ id: 'busy' }));
    const cases = [
      [at('data'), database, /is not empty: copy into an empty database/],
      [at('data'), at('small'), /is not empty \(db\.json\): copy into a new folder/],
      [at('small'), half, /holds a copy of another store than file:.*small/],
      [at('data'), at('done'), /holds a finished copy of file:.*data already/],
      [at('busy'), at('new'), /Another collector is using the folder/],
      [half, at('new'), /A copy into this database was not finished/],
      [at('nowhere'), at('new'), /nowhere is no data folder/],
      [at('data'), 'mysql://x', /--to: expected file:FOLDER.* and not mysql:…/],
    ] as const;
    for (const [from, to, message] of cases) {
      const refused = await copyStore({ from, to }).catch((error: Error) => error);
      expect([refused.constructor, (refused as Error).message]).toEqual([
        StartError,
        expect.stringMatching(message),
      ]);
    }
    await busy.close();
    const { code, out, err } = await copy(at('data'), at('data'));
    expect([code, out, err]).toEqual([1, '', expect.stringMatching(/^reftally: --from and --to name.*\n$/)]);
  });

  it('finds out when the source was written to meanwhile, and goes on with that', {
    timeout: 120_000,
  }, async () => {
    const [from, to] = [await server.createDatabase(), at('late')];
    await copyStore({ from: at('data'), to: from });
    const { facts: before } = await kill(from, to, facts / 2);
    await using(from, (store) => goOn(store, ended + 2 * DAY));
    await copyStore({ from, to });
    expect((await copiedFacts(to)).facts).toBeGreaterThan(Math.max(before, facts));
    expect(await read(to)).toEqual(await read(from));
  });
});

async function using<T>(url: string, work: (store: Store) => Promise<T>): Promise<T> {
  const store = await openStore({ url, warn });
  try {
    return await work(store);
  } finally {
    await store.close();
  }
}

/** Events that rest on what was before: orders of known customers, refunds of known orders, visits of known clients, duplicates. */
async function goOn(store: Store, now: number): Promise<unknown[]> {
  const { rows } = await store.conversions({ site: 'shop', limit: 40 });
  const events = rows.flatMap(({ conversion: { orderId, customerId, partner } }, index): TrackedEvent[] => {
    const given = { id: `later-${index}`, uid: `later-${index}`, at: now, trust: 'server' as const };
    if (orderId !== undefined && index % 2 === 0)
      return [samples.refund('shop', orderId, { ...given, refundId: `later-${index}` })];
    const touches = [{ code: partner?.replace('-p', '') ?? 'nobody', at: now }];
    return [
      samples.purchase('shop', {
        ...given,
        orderId: `later-${index}`,
        ...(customerId !== undefined && { customerId }),
      }),
      samples.click('shop', 'shop1', { id: `click-${index}`, at: now, client: 'client-700', touches }),
    ];
  });
  const answers = await store.record('shop', [...events, ...events], now);
  const { payout } = await store.createPayout('shop', 'later', {}, now + 40 * DAY);
  return [answers, payout];
}

/** All facts of a log, in their order, whatever segments they are in. */
function logOf(folder: string): string[] {
  const names = readdirSync(join(folder, 'log')).sort();
  return names
    .flatMap((name) => readFileSync(join(folder, 'log', name), 'utf8').split('\n'))
    .filter((line) => line !== '' && !line.startsWith('{"log":'));
}

function linesOf(folder: string): number {
  return logOf(folder).length;
}
