import { execFile } from 'node:child_process';
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { promisify } from 'node:util';
import { PostgresStore } from '@reftally/store';
import pg from 'pg';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { Books } from '../crash/support/Books.js';
import { createShop, type Shop } from '../crash/support/createShop.js';
import { makeEvents } from '../crash/support/makeEvents.js';
import { makeRandom } from '../crash/support/makeRandom.js';
import { postAll } from '../crash/support/postAll.js';
import { readTotals } from '../crash/support/readTotals.js';
import { startLoad } from '../crash/support/startLoad.js';
import { sumEvents } from '../crash/support/sumEvents.js';
import { useCollector } from '../crash/support/useCollector.js';
import { chainProblems } from './chainProblems.js';
import type { PostgresServer } from './PostgresServer.js';
import type { PostgresVersion } from './PostgresVersion.js';
import { postgresFolder } from './postgresFolder.js';
import { postgresUser } from './postgresUser.js';
import { type PostgresSpec, startPostgres } from './startPostgres.js';

const useServer = async (spec: PostgresSpec): Promise<PostgresServer> => {
  const server = await startPostgres(spec);
  onTestFinished(() => server.stop());
  return server;
};
const serve = (url: string) => useCollector({ folder: 'unused', args: ['--store', url] });
const emptyBooks = (): Books => ({ sent: new Map(), acknowledged: new Map() });

// The steps are those of docs/postgres.md; the copy is what pg_basebackup makes.
describe.each<PostgresVersion>([18, 15])('PostgreSQL %i', (version) => {
  test('goes back to a moment: what was acknowledged until then is there, what came later is not and counts when it is sent again', {
    timeout: 120_000,
  }, async () => {
    const kept = await postgresFolder();
    onTestFinished(() => rm(kept, { recursive: true }));
    const archive = join(kept, 'archive');
    await asPostgres('mkdir', archive);
    const command = `test ! -f ${archive}/%f && cp %p ${archive}/%f`;
    const server = await useServer({ version, settings: { archive_mode: 'on', archive_command: command } });
    const url = await server.createDatabase();
    const collector = await serve(url);
    const shop = await createShop(collector.url, 3);
    const random = makeRandom(11);
    const books = emptyBooks();
    const nextEvent = makeEvents(shop, random);
    const load = startLoad(collector.url, shop, { connections: 8, nextEvent, random, books });
    const base = join(kept, 'base');
    await backUp(url, base, () => delay(300));
    const atBackup = books.acknowledged.size;
    await expect.poll(() => books.acknowledged.size).toBeGreaterThan(atBackup + 100);
    await load.stop();
    const chains = await chainsOf(url, shop);
    const [{ moment }] = await ask(url, 'SELECT clock_timestamp()::text AS moment');

    const later = Array.from({ length: 200 }, nextEvent);
    const all = sumEvents([...books.sent.values(), ...later], shop.partners);
    expect(await postAll(collector.url, shop, later, emptyBooks())).toMatchObject({
      accepted: expect.any(Number),
    });
    expect(await readTotals(collector.url, shop.site)).toEqual(all);
    await archiveAll(url);
    await collector.stop('SIGKILL');
    await server.stop();

    await asPostgres('touch', join(base, 'recovery.signal'));
    const settings = {
      restore_command: `cp ${archive}/%f %p`,
      recovery_target_time: String(moment),
      recovery_target_action: 'promote',
    };
    const restored = await useServer({ version, data: base, settings });
    const restoredUrl = restored.url(new URL(url).pathname.slice(1));
    expect(await chainsOf(restoredUrl, shop)).toEqual(chains);
    const again = await serve(restoredUrl);
    expect(await readTotals(again.url, shop.site)).toEqual(sumEvents(books.sent.values(), shop.partners));

    await postAll(again.url, shop, later, emptyBooks());
    expect(await readTotals(again.url, shop.site)).toEqual(all);
    await again.stop('SIGTERM');
    await chainsOf(restoredUrl, shop);
  });
});

/** The chains of all partners, which must verify; and a replay of the log must change nothing. */
async function chainsOf(url: string, { site, partners }: Shop) {
  const store = await PostgresStore.open({ url, warn: () => {} });
  try {
    expect(await chainProblems(store, site)).toEqual([]);
    expect((await store.replay({ site, policy: {} })).changed).toBe(0);
    const chains = await Promise.all(partners.map(({ id }) => store.chain(id)));
    for (const chain of chains) expect(chain.length).toBeGreaterThan(1);
    return chains;
  } finally {
    await store.close();
  }
}

/** What `pg_basebackup` does: a copy of the data folder while the server runs, between two calls of one session. */
async function backUp(url: string, to: string, meanwhile: () => Promise<void>): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query("SELECT current_setting('data_directory') AS data");
    await client.query("SELECT pg_backup_start('base', true)");
    // A file that vanishes meanwhile is made again from the log.
    await asPostgres('sh', '-c', 'cp -a "$0" "$1" || test -f "$1/PG_VERSION"', rows[0]?.data, to);
    await meanwhile();
    const stopped = await client.query('SELECT labelfile FROM pg_backup_stop()');
    await asPostgres('sh', '-c', 'rm -rf "$0"/pg_wal/* "$0"/postmaster.*', to);
    await writeFile(join(to, 'backup_label'), stopped.rows[0]?.labelfile);
  } finally {
    await client.end();
  }
}

/** Waits until all that has been written is in the archive. */
async function archiveAll(url: string): Promise<void> {
  const [{ last }] = await ask(url, 'SELECT pg_walfile_name(pg_switch_wal()) AS last');
  const archived = 'SELECT last_archived_wal AS name FROM pg_stat_archiver';
  await expect.poll(async () => String((await ask(url, archived))[0].name) >= String(last)).toBe(true);
}

async function asPostgres(program: string, ...words: string[]): Promise<void> {
  await promisify(execFile)(program, words, { ...postgresUser(), cwd: '/' });
}

async function ask(url: string, sql: string): Promise<[Record<string, unknown>]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(sql)).rows as [Record<string, unknown>];
  } finally {
    await client.end();
  }
}
