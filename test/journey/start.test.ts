import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { freePort } from './freePort.js';

const program = fileURLToPath(new URL('../../demo/dist/start.js', import.meta.url));

let folder: string;
let port: number;
let shopPort: number;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'reftally-start-'));
  port = await freePort();
  shopPort = await freePort();
});
afterEach(() => rm(folder, { recursive: true, force: true }));

/** Starts the demo, in `folder` and on the two free ports. */
function start(): ChildProcessByStdio<null, Readable, Readable> {
  const words = ['--port', String(port), '--shop-port', String(shopPort), '--data', folder];
  return spawn(process.execPath, [program, ...words], { stdio: ['ignore', 'pipe', 'pipe'] });
}

/** Reads the first lines that a program prints, once there are as many. */
async function firstLines(child: { readonly stdout: Readable }, count: number): Promise<string[]> {
  let printed = '';
  for await (const chunk of child.stdout) {
    printed += chunk;
    if (printed.split('\n').length > count) break;
  }
  return printed.trimEnd().split('\n');
}

test('prints four lines that lead somewhere, and starts again on the same folder', {
  timeout: 60_000,
}, async () => {
  for (let run = 1; run <= 2; run++) {
    const child = start();
    const ended = once(child, 'exit');
    const lines = await firstLines(child, 4);
    expect(lines).toEqual([
      expect.stringMatching(`http://localhost:${shopPort}/\\?ref=alice$`),
      expect.stringMatching(`http://localhost:${port}/stats#access=`),
      expect.stringMatching(`http://localhost:${port}/admin .*key \\S{20,}\\)$`),
      expect.stringMatching(`${folder}$`),
    ]);
    for (const line of lines.slice(0, 3)) {
      const url = /https?:\S+/.exec(line)?.[0] ?? '';
      expect((await fetch(url)).status).toBe(200);
    }
    // The shop asks the collector with a key that is made anew at each start.
    const office = await fetch(`http://localhost:${shopPort}/office`);
    expect(await office.text()).toMatch(/Alice’s page.*Bob’s page/);
    child.kill('SIGINT');
    expect(await ended).toEqual([0, null]);
    await expect(fetch(`http://127.0.0.1:${port}/healthz`)).rejects.toThrow();
  }
});

test.each(['collector', 'shop'])('says in one sentence that the port of the %s is taken', async (which) => {
  const taken = which === 'collector' ? port : shopPort;
  const squatter = createServer().listen(taken, '127.0.0.1');
  await once(squatter, 'listening');
  const child = start();
  const ended = once(child, 'exit');
  expect(await text(child.stderr)).toMatch(new RegExp(`^Port ${taken} is in use: [^\\n]+\\n$`));
  expect(await ended).toEqual([1, null]);
  squatter.close();
});
