import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdir, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { FileStore, openStore, StartError } from '@reftally/store';
import { describe, expect, it } from 'vitest';
import { openTestStore } from './openTestStore.js';
import { tempFolder } from './tempFolder.js';

const warn = () => {};
const NOBODY = 65_534;

/** Root may do anything, and containers run tests as root. */
async function asNobody(run: () => Promise<void>): Promise<void> {
  const isRoot = process.geteuid?.() === 0;
  if (isRoot) process.seteuid?.(NOBODY);
  try {
    await run();
  } finally {
    if (isRoot) process.seteuid?.(0);
  }
}

describe('a folder that is in use', () => {
  it('is refused to a second store of the same process', async () => {
    const { folder, store } = await openTestStore();
    const second = FileStore.open({ folder, warn });
    await expect(second).rejects.toThrow(StartError);
    await expect(second).rejects.toThrow(/Another collector is using the folder/);
    await store.close();
    await (await FileStore.open({ folder, warn })).close();
  });

  it('is refused while another process has it, and free once that was killed', async () => {
    const folder = await tempFolder();
    const script = `const { FileStore } = await import(${JSON.stringify(import.meta.resolve('@reftally/store'))});
      await FileStore.open({ folder: ${JSON.stringify(folder)}, warn() {} });
      console.log('open'); setInterval(() => {}, 1000);`;
    const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    await once(child.stdout, 'data');
    await expect(FileStore.open({ folder, warn })).rejects.toThrow(/Another collector/);
    child.kill('SIGKILL');
    await once(child, 'exit');
    await (await FileStore.open({ folder, warn })).close();
  });
});

describe('a folder that cannot be used', () => {
  it('may not be a file', async () => {
    const folder = join(await tempFolder(), 'data');
    await writeFile(folder, '');
    await expect(FileStore.open({ folder, warn })).rejects.toThrow(
      /data.* is a file where a folder was expected/,
    );
  });

  it('may not lie in a file', async () => {
    const file = join(await tempFolder(), 'data');
    await writeFile(file, '');
    const opening = FileStore.open({ folder: join(file, 'deeper'), warn });
    await expect(opening).rejects.toThrow(StartError);
    await expect(opening).rejects.toThrow(/is a file where a folder was expected/);
  });

  it('may not have a folder in the place of db.json', async () => {
    const folder = await tempFolder();
    await mkdir(join(folder, 'db.json'));
    await expect(FileStore.open({ folder, warn })).rejects.toThrow(/db\.json.* is a folder where a file was/);
  });

  it('has to be on a disk', async () => {
    const opening = FileStore.open({ folder: '/proc/reftally/data', warn });
    await expect(opening).rejects.toThrow(StartError);
    await expect(opening).rejects.toThrow(/\/proc\/reftally\/data cannot be opened/);
  });

  it.each([
    ['to make files in', 0o500],
    ['to look into', 0o000],
  ])('has to be one that this user is allowed %s', async (_, mode) => {
    const folder = await tempFolder();
    await mkdir(join(folder, 'log'));
    await chmod(folder, mode);
    await asNobody(async () => {
      const opening = FileStore.open({ folder, warn });
      await expect(opening).rejects.toThrow(StartError);
      await expect(opening).rejects.toThrow(/This process may not read and write/);
    });
    await chmod(folder, 0o700);
  });
});

describe('openStore', () => {
  it('makes a folder that nobody else on the machine can look into', async () => {
    const folder = join(await tempFolder(), 'new', 'data');
    const store = await openStore({ url: `file:${folder}`, warn });
    expect((await stat(folder)).mode & 0o777).toBe(0o700);
    await store.close();
  });

  it('opens relative paths and full URLs', async () => {
    const folder = await tempFolder();
    for (const url of [`file:${folder}/a`, `file://${folder}/b%20c`]) {
      const store = await openStore({ url, warn });
      expect(store.health()).toEqual({ writable: true });
      await store.close();
    }
    await expect(openStore({ url: `file:${folder}/b c`, warn })).resolves.toSatisfy((store) => store.close());
  });

  it.each(['', 'file:', 'data', 'mysql://u:secret@db/x', 'file://host/data'])('refuses %j', async (url) => {
    const opening = openStore({ url, warn });
    await expect(opening).rejects.toThrow(StartError);
    await expect(opening).rejects.toThrow(/file:FOLDER/);
    await expect(opening).rejects.not.toThrow(/secret/);
  });
});
