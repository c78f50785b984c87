import { randomBytes, sign } from 'node:crypto';
import { chmod, open, readFile, rename } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { StatementKey } from '@reftally/core';
import { StartError, syncFolder } from '@reftally/store';
import { z } from 'zod';
import { keyPairOf } from './keyPairOf.js';
import type { StatementKeys } from './StatementKeys.js';

const keyFile = z.object({
  seed: z.string().refine((seed) => Buffer.from(seed, 'base64url').length === 32),
  retired: z.array(z.object({ id: z.string(), algorithm: z.literal('Ed25519'), publicKey: z.string() })),
});

type KeyFile = z.output<typeof keyFile>;

/** Keys kept in the data folder, in `statement-keys.json` with mode 0600; the first is made when there is none. Rejects with a `StartError`. */
export async function keptKeys(dataFolder: string): Promise<StatementKeys> {
  const path = join(dataFolder, 'statement-keys.json');
  let kept = (await read(path)) ?? (await write(path, { seed: newSeed(), retired: [] }));
  let pair = pairOf(kept);
  let rotating: Promise<unknown> = Promise.resolve();
  const rotate = async (): Promise<StatementKey> => {
    kept = await write(path, { seed: newSeed(), retired: [pair.shown, ...kept.retired] });
    pair = pairOf(kept);
    return pair.shown;
  };
  return {
    current: () => pair.shown,
    all: () => [pair.shown, ...kept.retired],
    sign: (text) => sign(null, Buffer.from(text), pair.privateKey).toString('base64url'),
    rotate: () => {
      const done = rotating.then(rotate);
      rotating = done.catch(() => {}); // The next one may succeed.
      return done;
    },
  };
}

function newSeed(): string {
  return randomBytes(32).toString('base64url');
}

function pairOf({ seed }: KeyFile) {
  return keyPairOf(Buffer.from(seed, 'base64url'));
}

async function read(path: string): Promise<KeyFile | undefined> {
  try {
    return keyFile.parse(JSON.parse(await readFile(path, 'utf8')));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    // A new key in its place would make every partner think that somebody else signs now.
    throw new StartError(`${path} cannot be read as the keys of statements: restore it from a backup.`);
  }
}

/** Written beside and put in place at once: a crash leaves the old file or the new one. */
async function write(path: string, keys: KeyFile): Promise<KeyFile> {
  try {
    const file = await open(`${path}.new`, 'w', 0o600);
    try {
      await file.writeFile(`${JSON.stringify(keys, null, 2)}\n`);
      await file.sync();
    } finally {
      await file.close();
    }
    await chmod(`${path}.new`, 0o600);
    await rename(`${path}.new`, path);
    await syncFolder(dirname(path));
    return keys;
  } catch (error) {
    throw new StartError(
      `The keys of statements cannot be written to ${path} (${(error as Error).message}).`,
    );
  }
}
