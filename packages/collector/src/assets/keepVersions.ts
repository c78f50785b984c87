import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Asset } from './Asset.js';
import { loadAsset } from './loadAsset.js';
import type { Scripts } from './Scripts.js';

const NAME = /^r-(\d[\w.-]*)\.js$/;

/**
 * Keeps a copy of the script in the data folder, and resolves to all that were ever kept there, by version: a page that has pinned an
 * old one goes on working when the collector is upgraded.
 */
export async function keepVersions(
  dataFolder: string,
  { main, version }: Pick<Scripts, 'main' | 'version'>,
): Promise<Map<string, Asset>> {
  const folder = join(dataFolder, 'scripts');
  await mkdir(folder, { recursive: true, mode: 0o700 });
  await keep(join(folder, `r-${version}.js`), main.plain);
  const versions = new Map<string, Asset>();
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const kept = NAME.exec(entry.name)?.[1];
    if (kept !== undefined && entry.isFile()) versions.set(kept, await loadAsset(join(folder, entry.name)));
  }
  return versions.set(version, main);
}

async function keep(file: string, content: Buffer): Promise<void> {
  const known = await readFile(file).catch(() => undefined);
  if (!known?.equals(content)) await writeFile(file, content, { mode: 0o600 });
}
