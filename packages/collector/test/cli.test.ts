import { type ChildProcess, spawn } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { createServer as createHttpServer } from 'node:http';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Json } from './testCollector.js';

const BIN = new URL('../bin/reftally.js', import.meta.url).pathname;

type Ended = { code: number | null; out: string; err: string };

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'reftally-cli-'));
});
afterAll(() => rm(folder, { recursive: true }));

function start(args: string[], env: Record<string, string> = {}): ChildProcess {
  const clean = Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !name.startsWith('REFTALLY_')),
  );
  return spawn(process.execPath, [BIN, ...args], { cwd: folder, env: { ...clean, ...env } });
}

function ended(child: ChildProcess): Promise<Ended> {
  let out = '';
  let err = '';
  child.stdout?.on('data', (chunk) => {
    out += String(chunk);
  });
  child.stderr?.on('data', (chunk) => {
    err += String(chunk);
  });
  return new Promise((resolve) => child.on('close', (code) => resolve({ code, out, err })));
}

const run = (args: string[], env: Record<string, string> = {}) => ended(start(args, env));

/** A running collector: its address, once its log says that it has started. */
async function serve(args: string[]): Promise<{ child: ChildProcess; url: string; end: Promise<Ended> }> {
  const child = start(['serve', '--port', '0', ...args]);
  const end = ended(child);
  const url = await new Promise<string>((resolve, reject) => {
    let out = '';
    child.stdout?.on('data', (chunk) => {
      out += String(chunk);
      const found = /"url":"([^"]+)"/.exec(out)?.[1];
      if (found) resolve(found);
    });
    void end.then(({ err }) => reject(new Error(err)));
  });
  return { child, url, end };
}

test('from nothing to a partner with a link, in the order of the help text', async () => {
  const { child, url, end } = await serve([]);
  const at = ['--url', url];
  const kept = (await readFile(join(folder, 'data/admin-key'), 'utf8')).trim();
  expect((await stat(join(folder, 'data/admin-key'))).mode & 0o777).toBe(0o600);

  const site = await run([
    'site',
    'add',
    'shop',
    '--landing',
    'https://shop.example/',
    '--currency',
    'EUR',
    'JPY',
    '--percent',
    '20',
    ...at,
  ]);
  expect(site).toMatchObject({ code: 0, err: '' });
  expect(site.out).toContain('(shown only now)');
  expect(site.out).toMatch(
    /<script defer src="http:\/\/127\.0\.0\.1:\d+\/r\.js" data-site="rt_pub_[\w-]+"><\/script>/,
  );

  const added = await run(['partner', 'add', 'Alice Baker', '--code', 'alice', '--json', ...at]);
  expect(JSON.parse(added.out)).toMatchObject({
    name: 'Alice Baker',
    link: 'https://shop.example/?ref=alice',
  });
  expect((await run(['partner', 'pause', 'ALICE', ...at])).out).toBe('Alice Baker is paused.\n');
  expect(
    (await run(['link', 'add', 'alice', '--code', 'alice-yt', '--path', '/spring', ...at])).out,
  ).toContain('/spring?ref=alice-yt');
  expect((await run(['partner', 'activate', 'alice-yt', ...at])).out).toBe('Alice Baker is active.\n');
  expect((await run(['access', 'alice', ...at])).out).toMatch(/\/stats#access=[\w-]{43}\n$/);
  expect((await run(['totals', ...at])).out).toContain('Alice Baker');
  expect((await run(['totals', '--csv', '--partner', 'alice', ...at])).out).toContain('partner,code,name');
  const set = await run(['site', 'set', 'shop', '--window-days', '60', '--json', ...at]);
  const policy: Json = JSON.parse(set.out).policy;
  expect(policy).toMatchObject({
    version: 2,
    windowDays: 60,
    commission: [{ on: 'purchase', percent: '20' }],
  });
  expect((await run(['site', 'show', 'shop', ...at])).out).toContain('EUR JPY');

  const rules = {
    holdDays: 7,
    refundDays: 14,
    groups: { vip: { commission: [{ on: 'purchase', percent: '15' }] } },
  };
  await writeFile(join(folder, 'rules.json'), JSON.stringify({ ...policy, ...rules }));
  const ruled = await run(['site', 'set', 'shop', '--policy', join(folder, 'rules.json'), '--json', ...at]);
  expect(JSON.parse(ruled.out).policy).toMatchObject({ ...rules, version: 3, windowDays: 60 });
  expect(ruled.err).toMatch(/^Warning: policy\.holdDays: .*expected at least 14\.\n$/);
  const vip = await run(['partner', 'set', 'alice', '--group', 'vip', '--percent', '25', ...at]);
  expect(vip).toMatchObject({ code: 0, err: '' });
  expect(vip.out).toMatch(/group {4}vip\nrules {4}\[\{"on":"purchase","percent":"25"\}\]/);
  const known = await run(['partner', 'set', 'alice', '--customer-id', 'c-1', '--json', ...at]);
  expect(JSON.parse(known.out).customerId).toBe('c-1');
  const unknownNow = await run(['partner', 'set', 'alice', '--no-customer-id', '--json', ...at]);
  expect(JSON.parse(unknownNow.out).customerId).toBeUndefined();
  const plain = await run(['partner', 'set', 'alice', '--no-group', '--json', ...at]);
  expect(JSON.parse(plain.out).group).toBeUndefined();

  const taken = await run(['partner', 'add', 'Eve', '--code', 'alice', ...at]);
  expect(taken).toMatchObject({
    code: 1,
    err: 'reftally: code: "alice" is taken on this site; choose another.\n',
  });
  const wrong = await run(['site', 'list', '--admin-key', 'not-the-key-at-all', ...at]);
  expect(wrong).toMatchObject({
    code: 1,
    err: `reftally: The collector at ${url} does not know this admin key: check --admin-key.\n`,
  });
  const unknown = await run(['access', 'nobody', ...at]);
  expect(unknown).toMatchObject({
    code: 1,
    err: expect.stringMatching(/^reftally: There is no partner .*"nobody".*\n$/),
  });
  const snippet = await run(['snippet', '--sri', '--stub', ...at]);
  expect(snippet).toMatchObject({ code: 0, err: '' });
  expect(snippet.out).toMatch(/^<script>.+<\/script>\n<script defer src=".+-[\d.]+\.js" integrity="sha384-/m);
  expect(snippet.out).toMatch(/^script-src http.+ 'sha384-.+'\nconnect-src http.+\/e$/m);
  const tag = await run(['site', 'set', 'shop', '--credentials', 'on', '--cookie-days', '30', ...at]);
  expect(tag.out).toContain('"days":30,"credentials":true');
  expect((await run(['snippet', '--site', 'shop', '--nonce', '{{ n }}', ...at])).out).toContain(
    'nonce="{{ n }}" data-site=',
  );
  const nowhere = await run(['snippet', '--site', 'nope', ...at]);
  expect(nowhere).toMatchObject({ code: 1, err: 'reftally: There is no site "nope".\n' });
  const second = await run(['serve', '--port', '0']);
  expect(second).toMatchObject({ code: 1, err: expect.stringMatching(/^reftally: .*[Cc]ollector.*\n$/) });

  child.kill('SIGTERM');
  const { code, out, err } = await end;
  expect({ code, err }).toEqual({ code: 0, err: '' });
  expect(out.split(kept)).toHaveLength(2);
  expect(out).toContain(`shown only this once): ${kept}\n`);
  const again = await serve([]);
  again.child.kill('SIGINT');
  const restarted = await again.end;
  expect(restarted.code).toBe(0);
  expect(restarted.out).not.toContain(kept);
}, 120_000);

test('the doctor looks at a real shop and a real collector', async () => {
  let html = '';
  const shop = createHttpServer((_req, res) => res.setHeader('content-type', 'text/html').end(html));
  await new Promise<void>((resolve) => shop.listen(0, '127.0.0.1', resolve));
  const address = shop.address();
  const page = `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}/`;
  const { child, url, end } = await serve(['--store', 'file:./doctor', '--script-path', '/shop.js']);
  const at = ['--url', url, '--store', 'file:./doctor'];
  const added = await run([
    'site',
    'add',
    'shop',
    '--landing',
    page,
    '--currency',
    'EUR',
    '--credentials',
    'on',
    '--json',
    ...at,
  ]);
  expect(added).toMatchObject({ code: 0, err: '' });

  html = JSON.parse((await run(['snippet', '--sri', '--stub', '--json', ...at])).out).html;
  const well = await run(['doctor', ...at]);
  expect(well.err).toBe('');
  expect(well.out).toContain(`pass  script       ${url}/shop.js is version `);
  expect(well.out).toContain(`pass  events       Events of ${page.slice(0, -1)} are taken at ${url}/e.`);
  expect(well.out).toContain('pass  header       The collector sets the cookie again, for 90 days.');
  expect(well.out).toMatch(/warn {2}https .*fine on this machine/);
  expect(well.out).toMatch(/\d+ pass, 2 warn, 0 fail\. Nothing was counted/);
  expect(well.code).toBe(0);
  const { totals, direct } = JSON.parse((await run(['totals', '--json', ...at])).out);
  expect([totals, direct.pageviews]).toEqual([[], 0]);

  html = '<p>No tag here.</p>';
  const ill = await run(['doctor', '--site', 'shop', '--shop', page, '--json', ...at]);
  expect(ill.code).toBe(1);
  const { findings } = JSON.parse(ill.out);
  expect(findings.find((finding: Json) => finding.check === 'page')).toMatchObject({
    status: 'fail',
    says: `${page} does not have the tag.`,
  });
  const wrong = await run(['doctor', '--shop', 'shop.example', ...at]);
  expect(wrong).toMatchObject({
    code: 1,
    err: expect.stringMatching(/^reftally: --shop: expected the address/),
  });
  child.kill('SIGTERM');
  await end;
  shop.close();
}, 120_000);

describe('what cannot work says so in one sentence', () => {
  const none = ['--url', 'http://127.0.0.1:9', '--admin-key', 'some-key-or-other'];
  const cases: [string, string[], RegExp][] = [
    [
      'no collector',
      ['site', 'list', ...none],
      /No collector answers at http:\/\/127\.0\.0\.1:9: start it with "reftally serve"/,
    ],
    [
      'no key',
      ['site', 'list', '--store', 'file:./nowhere'],
      /No admin key: give it with --admin-key or REFTALLY_ADMIN_KEY/,
    ],
    ['an option that is no good', ['serve', '--port', 'x'], /--port \(REFTALLY_PORT\): expected a port/],
    ['a store of another kind', ['serve', '--port', '0', '--store', 'redis://x'], /file:/],
    ['a folder that is a file', ['serve', '--port', '0', '--store', 'file:./a-file'], /a-file/],
    ['a folder of a newer version', ['serve', '--port', '0', '--store', 'file:./newer'], /newer/],
    [
      'a key file without a key',
      ['serve', '--port', '0', '--store', 'file:./keyless'],
      /admin-key holds no key/,
    ],
    [
      'an address of elsewhere',
      ['serve', '--port', '0', '--host', '192.0.2.1', '--store', 'file:./host'],
      /no address 192\.0\.2\.1/,
    ],
  ];
  beforeAll(async () => {
    await writeFile(join(folder, 'a-file'), '');
    await mkdir(join(folder, 'newer'));
    await writeFile(join(folder, 'newer/db.json'), '{"version":999}');
    await mkdir(join(folder, 'keyless'));
    await writeFile(join(folder, 'keyless/admin-key'), '\n');
  });
  test.each(cases)('%s', async (_name, args, sentence) => {
    const { code, err } = await run(args);
    expect(err).toMatch(sentence);
    expect(err).toMatch(/^reftally: [^\n]+\n$/);
    expect(code).toBe(1);
  });

  test('a port in use, and a key made just before is shown all the same', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => other.once('listening', resolve));
    const address = other.address();
    const port = String(typeof address === 'object' ? address?.port : 0);
    const { code, out, err } = await run(['serve', '--port', port, '--store', 'file:./port']);
    other.close();
    expect(err).toBe(
      `reftally: Port ${port} on 127.0.0.1 is in use: stop what listens there, or choose another with --port.\n`,
    );
    expect(code).toBe(1);
    expect(out).toContain('Admin key');
  });
});

test.each([
  [[]],
  [['serve']],
  [['site', 'add']],
  [['partner', 'add']],
  [['partner', 'set']],
  [['totals']],
  [['snippet']],
  [['doctor']],
])('help of %j has examples', async (args) => {
  const { code, out } = await run([...args, '--help']);
  expect(code).toBe(0);
  expect(out).toContain('$ reftally ');
});
