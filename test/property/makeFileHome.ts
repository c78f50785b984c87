import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openStore } from '@reftally/store';
import { expect } from 'vitest';
import { parseFact } from '../../packages/store/dist/file/parseFact.js';
import { reopening } from '../contract/reopening.js';
import type { Home } from './Home.js';

/** A folder of its own, removed in the end. */
export async function makeFileHome(): Promise<Home> {
  const folder = await mkdtemp(join(tmpdir(), 'reftally-property-'));
  const open = () => openStore({ url: `file:${folder}`, warn: (message) => expect.fail(message) });
  return {
    ...(await reopening(open, () => rm(folder, { recursive: true }))),
    facts: async () => {
      const log = join(folder, 'log');
      const names = (await readdir(log)).sort();
      const texts = await Promise.all(names.map((name) => readFile(join(log, name), 'utf8')));
      const lines = texts.join('').split('\n');
      return lines.flatMap((line) => parseFact(line) ?? []);
    },
  };
}
