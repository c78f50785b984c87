import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type { Books } from './support/Books.js';
import { CLI } from './support/CLI.js';
import { createShop, type Shop } from './support/createShop.js';
import { duplicates } from './support/duplicates.js';
import { isBetween } from './support/isBetween.js';
import { makeEvents } from './support/makeEvents.js';
import { makeRandom } from './support/makeRandom.js';
import { postAll } from './support/postAll.js';
import { readLog } from './support/readLog.js';
import { readTotals } from './support/readTotals.js';
import { runReftally } from './support/runReftally.js';
import { SMALL_SEGMENTS } from './support/SMALL_SEGMENTS.js';
import { startCollector } from './support/startCollector.js';
import { startLoad } from './support/startLoad.js';
import { sumEvents } from './support/sumEvents.js';
import { sumLog } from './support/sumLog.js';
import { useCollector } from './support/useCollector.js';
import { useFolder } from './support/useFolder.js';

const emptyBooks = (): Books => ({ sent: new Map(), acknowledged: new Map() });
const modeOf = (path: string) => statSync(path).mode & 0o777;

/** A collector under load from the first backup to the last one, with the books as they were when each was begun and made. */
async function backUpUnderLoad(folder: string, targets: readonly string[]) {
  const random = makeRandom(7);
  const collector = await useCollector({ folder, ...SMALL_SEGMENTS });
  const shop = await createShop(collector.url, 3);
  const books = emptyBooks();
  const load = startLoad(collector.url, shop, {
    connections: 8,
    nextEvent: makeEvents(shop, random),
    random,
    books,
  });
  const made: { before: Books; after: Books }[] = [];
  for (const to of targets) {
    await delay(700);
    const before: Books = { sent: new Map(books.sent), acknowledged: new Map(books.acknowledged) };
    expect(await runReftally('backup', '--store', `file:${folder}`, '--to', to)).toMatchObject({
      code: 0,
      err: '',
    });
    made.push({ before, after: { sent: new Map(books.sent), acknowledged: new Map() } });
  }
  await delay(100);
  await load.stop();
  await collector.stop('SIGTERM');
  return { shop, made };
}

async function check(folder: string, shop: Shop, { before, after }: { before: Books; after: Books }) {
  const collector = await useCollector({ folder, ...SMALL_SEGMENTS });
  const found = await readTotals(collector.url, shop.site);
  const least = sumEvents(before.acknowledged.values(), shop.partners);
  const most = sumEvents(after.sent.values(), shop.partners);
  expect(isBetween(found, least, most), 'acknowledged before ≤ restored ≤ sent until then').toBe(true);
  expect(sumLog(readLog(folder), shop.partners)).toEqual(found);
  const known = [...before.acknowledged.values()];
  expect(await postAll(collector.url, shop, known, emptyBooks())).toEqual(duplicates(known.length));
  await collector.stop('SIGTERM');
}

test('a backup that is made under load has all that was acknowledged before, and nothing half', {
  timeout: 300_000,
}, async () => {
  const scratch = useFolder();
  const folder = join(scratch, 'data');
  writeKey(folder);
  const targets = ['one.tar', 'two', 'three.tar'].map((name) => join(scratch, name));
  const { shop, made } = await backUpUnderLoad(folder, targets);
  expect(modeOf(join(scratch, 'one.tar'))).toBe(0o600);
  expect(modeOf(join(scratch, 'two'))).toBe(0o700);
  for (const [index, from] of targets.entries()) {
    const to = join(scratch, `restored-${index}`);
    const { code, out, err } = await runReftally('restore', '--from', from, '--store', `file:${to}`);
    expect([code, err, out]).toEqual([
      0,
      '',
      expect.stringMatching(/is whole: 1 sites, 3 partners, \d+ conv/),
    ]);
    for (const name of ['admin-key', 'statement-keys.json']) {
      expect(readFileSync(join(to, name))).toEqual(readFileSync(join(folder, name)));
      expect(modeOf(join(to, name))).toBe(0o600);
    }
    const books = made[index];
    if (books) await check(to, shop, books);
  }
});

/** As the first start makes it when nobody gives a key. */
function writeKey(folder: string): void {
  mkdirSync(folder, { mode: 0o700 });
  writeFileSync(join(folder, 'admin-key'), 'rt_adm_of-this-test\n', { mode: 0o600 });
}

/** A folder with two backups of four hundred events: `whole`, and `whole.tar`. */
let scratch: string;
beforeAll(async () => {
  scratch = mkdtempSync(join(tmpdir(), 'reftally-crash-'));
  const folder = join(scratch, 'data');
  const { stop, url } = await startCollector({ folder, ...SMALL_SEGMENTS });
  const shop = await createShop(url, 2);
  const events = Array.from({ length: 400 }, makeEvents(shop, makeRandom(3)));
  await postAll(url, shop, events, emptyBooks());
  await vi.waitFor(
    () => expect(readFileSync(join(folder, 'db.json'), 'utf8')).toContain('"entries"'),
    20_000,
  );
  await stop('SIGTERM');
  for (const name of ['whole', 'whole.tar']) {
    const { code } = await runReftally('backup', '--store', `file:${folder}`, '--to', join(scratch, name));
    expect(code).toBe(0);
  }
});
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

const at = (folder: string, path: string) => join(folder, path);
const damages: [name: string, damage: (folder: string) => void, message: RegExp][] = [
  [
    'a byte changed',
    (it) => writeFileSync(at(it, 'log/000001.ndjson'), 'x', { flag: 'r+' }),
    /1\.ndjson in it is dam/,
  ],
  ['a file missing', (it) => rmSync(at(it, 'log/000002.ndjson')), /000002\.ndjson is missing/],
  [
    'a file too many',
    (it) => writeFileSync(at(it, 'log/000999.ndjson'), ''),
    /000999\.ndjson does not belong/,
  ],
  ['a byte too many', (it) => appendFileSync(at(it, 'db.json'), ' '), /db\.json in it is damaged/],
  ['no list', (it) => rmSync(at(it, 'reftally-backup.json')), /not whole/],
  ['a newer format', (it) => writeFileSync(at(it, 'reftally-backup.json'), '{"backup":99}'), /newer version/],
  ['an altered ledger line', alterLedger, /Line \d+ of the ledger of the partner .* was altered/],
];

/** As somebody would who knows of the list, too. */
function alterLedger(folder: string): void {
  const path = join(folder, 'db.json');
  const text = readFileSync(path, 'utf8').replace(/("entries":\[\{.*"hash":")./, (_, head) => `${head}x`);
  writeFileSync(path, text);
  const list = join(folder, 'reftally-backup.json');
  const sha256 = createHash('sha256').update(text).digest('hex');
  const manifest = JSON.parse(readFileSync(list, 'utf8'));
  manifest.files.find((file: { path: string }) => file.path === 'db.json').sha256 = sha256;
  writeFileSync(list, JSON.stringify(manifest));
}

test('a backup that is not as it was made is refused, and nothing is left of it', {
  timeout: 300_000,
}, async () => {
  const to = join(scratch, 'target');
  for (const [name, damage, message] of damages) {
    const from = join(scratch, name.replaceAll(' ', '-'));
    cpSync(join(scratch, 'whole'), from, { recursive: true });
    damage(from);
    const { code, err } = await runReftally('restore', '--from', from, '--store', `file:${to}`);
    expect([name, code, err]).toEqual([name, 1, expect.stringMatching(message)]);
    expect(readdirSync(to)).toEqual(['lock']);
  }
  const tar = readFileSync(join(scratch, 'whole.tar'));
  for (const bytes of [100, 5_000, tar.length - 1_024]) {
    writeFileSync(join(scratch, 'cut.tar'), tar.subarray(0, bytes));
    const ended = await runReftally('restore', '--from', join(scratch, 'cut.tar'), '--store', `file:${to}`);
    expect(ended).toMatchObject({
      code: 1,
      err: expect.stringMatching(/cut\.tar cannot be restored: its end is missing/),
    });
  }
});

test('what is there is never overwritten', { timeout: 300_000 }, async () => {
  const store = `file:${join(scratch, 'data')}`;
  const log = readLog(join(scratch, 'data'));
  expect(await runReftally('restore', '--from', join(scratch, 'whole.tar'), '--store', store)).toMatchObject({
    code: 1,
    err: expect.stringMatching(/is not empty .*restore into a new folder/),
  });
  for (const name of ['whole', 'whole.tar'])
    expect(await runReftally('backup', '--store', store, '--to', join(scratch, name))).toMatchObject({
      code: 1,
      err: expect.stringMatching(/is there already: choose another name/),
    });
  expect(readLog(join(scratch, 'data'))).toEqual(log);
});

test('a restore that is killed leaves nothing that a collector would start on, and can be made again', {
  timeout: 300_000,
}, async () => {
  const from = join(scratch, 'whole.tar');
  let killed = 0;
  for (let waited = 0; waited < 200; waited += 40) {
    const to = join(scratch, `to-${waited}`);
    const args = ['restore', '--from', from, '--store', `file:${to}`];
    const child = spawn(process.execPath, [CLI, ...args], { stdio: 'ignore' });
    const gone = new Promise((resolve) => child.once('close', resolve));
    while (!existsSync(join(to, '.restore')) && child.exitCode === null) await delay(2);
    await delay(waited);
    child.kill('SIGKILL');
    await gone;
    if (existsSync(join(to, 'log'))) continue; // It was done.
    killed++;
    await expect(startCollector({ folder: to })).rejects.toThrow(/A restore into .* was not finished/);
    expect(await runReftally(...args)).toMatchObject({ code: 0 });
    expect(readLog(to)).toEqual(readLog(join(scratch, 'data')));
  }
  expect(killed).toBeGreaterThan(0);
});
