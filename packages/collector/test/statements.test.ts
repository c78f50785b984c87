import { execFile } from 'node:child_process';
import { webcrypto } from 'node:crypto';
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { verifyStatement } from '@reftally/core';
import { pino } from 'pino';
import { describe, expect, onTestFinished, test } from 'vitest';
import { startCollector } from '../src/startCollector.js';
import { keptKeys } from '../src/statements/keptKeys.js';
import { ADMIN_KEY, type Json, ORIGIN } from './testCollector.js';

const run = promisify(execFile);
const BIN = new URL('../bin/reftally.js', import.meta.url).pathname;
const GUIDE = new URL('../../../docs/payouts.md', import.meta.url);

async function tempFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'reftally-statements-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  return folder;
}

/** A collector on a folder, with two sales, a refund and a payout of Alice's. */
async function serve(folder: string) {
  const collector = await startCollector({
    port: 0,
    adminKey: ADMIN_KEY,
    store: `file:${folder}/data`,
    logger: pino({ level: 'silent' }),
  });
  let open = true;
  const close = async () => {
    if (open) await collector.close();
    open = false;
  };
  onTestFinished(close);
  const api = async (method: string, path: string, body?: object, headers: object = {}): Promise<Json> => {
    const answer = await fetch(`http://127.0.0.1:${collector.port}/api/v1${path}`, {
      method,
      headers: { authorization: `Bearer ${ADMIN_KEY}`, ...headers },
      ...(body && { body: JSON.stringify(body) }),
    });
    return { status: answer.status, headers: answer.headers, json: await answer.json() };
  };
  return { api, close };
}

type Api = Awaited<ReturnType<typeof serve>>['api'];

async function fill(api: Api): Promise<string> {
  await api('POST', '/sites', {
    id: 'shop',
    origins: [ORIGIN],
    landingUrl: `${ORIGIN}/`,
    currencies: ['EUR', 'JPY'],
    policy: { holdDays: 0, commission: [{ on: 'purchase', percent: '10' }] },
  });
  const { json } = await api('POST', '/partners', { name: 'Alice', code: 'alice' });
  const buy = (orderId: string, currency: string) => {
    return { id: orderId, type: 'purchase', orderId, amount: '50', currency, code: 'alice' };
  };
  const refund = { id: 'r', type: 'refund', orderId: 'o1', refundId: 'r', amount: '20', currency: 'EUR' };
  await api('POST', '/events', { events: [buy('o1', 'EUR'), buy('o2', 'JPY'), refund] });
  await api('POST', '/payouts', { id: 'may', currency: 'EUR' });
  const note = 'Für “Alice” 𝄞';
  await api('POST', '/ledger', { id: 'b', partner: json.id, currency: 'EUR', amount: '1.50', note });
  return json.id;
}

const check = (statement: unknown, key?: string) => verifyStatement(statement, webcrypto.subtle, key);

test('a statement has every line, and what is held, payable and paid; it stays right after a restart and a new key', async () => {
  const folder = await tempFolder();
  const first = await serve(folder);
  const alice = await fill(first.api);
  const { json, headers } = await first.api('GET', `/statements/${alice}`);
  expect(headers.get('content-disposition')).toMatch(/filename="?statement-alice-\d{4}-\d\d-\d\d\.json"?$/);
  expect(json.lines.map(({ type, currency, minor }: Json) => [type, currency, minor])).toEqual([
    ['earning', 'EUR', 500],
    ['earning', 'JPY', 5],
    ['clawback', 'EUR', -200],
    ['payout', 'EUR', -300],
    ['adjustment', 'EUR', 150],
  ]);
  const payable = [
    { currency: 'EUR', minor: 150 },
    { currency: 'JPY', minor: 5 },
  ];
  expect(json.balance).toEqual({ held: [], payable, paid: [{ currency: 'EUR', minor: 300 }] });
  const { ledger } = (await first.api('GET', '/ledger')).json;
  expect(json.lines).toEqual([...ledger].reverse());
  expect(
    await check(
      json,
      (await first.api('GET', '/statements/key', undefined, { authorization: '' })).json.publicKey,
    ),
  ).toMatchObject({ ok: true });
  const rotated = (await first.api('POST', '/statements/key/rotate', {})).json;
  expect(rotated.retired).toEqual([json.key]);
  await first.close();

  const second = await serve(folder);
  const again = (await second.api('GET', `/statements/${alice}`)).json;
  expect([again.lines, again.key.id]).toEqual([json.lines, rotated.id]);
  expect(await check(again)).toMatchObject({ ok: true });
  expect(await check(json)).toMatchObject({ ok: true });
});

describe('the keys', () => {
  test('are kept for the collector’s user only; of an old one the private half is forgotten', async () => {
    const folder = await tempFolder();
    const path = join(folder, 'statement-keys.json');
    const keys = await keptKeys(folder);
    const { seed } = JSON.parse(await readFile(path, 'utf8'));
    expect((await stat(path)).mode & 0o777).toBe(0o600);
    await Promise.all([keys.rotate(), keys.rotate()]);
    expect(keys.all()).toHaveLength(3);
    expect((await keptKeys(folder)).all()).toEqual(keys.all());
    expect(await readFile(path, 'utf8')).not.toContain(seed);
    expect((await stat(path)).mode & 0o777).toBe(0o600);
  });

  test('are not replaced when they cannot be read', async () => {
    const folder = await tempFolder();
    await writeFile(join(folder, 'statement-keys.json'), '{}');
    await expect(keptKeys(folder)).rejects.toThrow('restore it from a backup');
  });
});

describe('checked by hand', () => {
  test('by the command line and by the Python of the guide, the same lines are right and wrong', async () => {
    const folder = await tempFolder();
    const { api, close } = await serve(folder);
    const alice = await fill(api);
    const { json } = await api('GET', `/statements/${alice}`);
    const keys = (await api('GET', '/statements/key')).json;
    await close();
    const python = /```python\n(.*?)```/s.exec(await readFile(GUIDE, 'utf8'))?.[1] ?? '';
    await writeFile(join(folder, 'verify.py'), python);
    await writeFile(join(folder, 'key.json'), JSON.stringify(keys));
    const verdicts = async (statement: unknown, ...more: string[]) => {
      await writeFile(join(folder, 'statement.json'), JSON.stringify(statement));
      const commands = [
        run(process.execPath, [BIN, 'verify', 'statement.json', ...more], { cwd: folder }),
        run('python3', ['verify.py', 'statement.json'], { cwd: folder }),
      ];
      const ended = await Promise.all(commands.map((one) => one.catch((error: Json) => error)));
      return ended.map(({ stdout, stderr }) => String(stdout + stderr));
    };

    const [byCommand, byPython] = await verdicts(json, '--key', 'key.json');
    expect(byCommand).toContain('All 5 lines are as they were signed.\n');
    expect(byCommand).toContain(
      `payable  1.50 EUR, 5 JPY\npaid     3.00 EUR\nkey      ${keys.publicKey} (trusted)`,
    );
    expect(byPython).toBe('5 lines are right\n');

    const altered = structuredClone(json);
    altered.lines[2].minor = -100;
    expect(await verdicts(altered)).toEqual([
      expect.stringContaining('Line 3 does not fit its hash'),
      'line 3 is wrong\n',
    ]);
    const robbed = { ...json, lines: json.lines.toSpliced(1, 1) };
    expect(await verdicts(robbed)).toEqual([
      expect.stringContaining('Line 2 is numbered 3'),
      'line 2 is wrong\n',
    ]);

    await writeFile(join(folder, 'other.txt'), `A${keys.publicKey.slice(1)}\n`);
    expect((await verdicts(json, '--key', 'other.txt'))[0]).toMatch(/signature|key/);
    await writeFile(join(folder, 'longer.json'), JSON.stringify(json));
    await writeFile(join(folder, 'earlier.json'), JSON.stringify(json));
    expect((await verdicts(json, '--earlier', 'earlier.json'))[0]).toContain(
      'go on where the earlier statement ended',
    );
  });

  test('the signature is one that openssl takes, too', async () => {
    const folder = await tempFolder();
    const { api } = await serve(folder);
    const alice = await fill(api);
    const { json } = await api('GET', `/statements/${alice}`);
    const shell = /```sh\n(.*?)```/s.exec(await readFile(GUIDE, 'utf8'))?.[1] ?? '';
    await writeFile(join(folder, 'statement.json'), JSON.stringify(json));
    const { stdout } = await run('sh', ['-ec', shell], { cwd: folder });
    expect(stdout).toContain('Signature Verified Successfully');
    await writeFile(
      join(folder, 'statement.json'),
      JSON.stringify({ ...json, head: { ...json.head, lines: 4 } }),
    );
    await expect(run('sh', ['-ec', shell], { cwd: folder })).rejects.toThrow();
  });
});
