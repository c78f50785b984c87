import { readdir } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join, sep } from 'node:path';
import type { Logger } from 'pino';
import type { Asset } from './Asset.js';
import type { Assets } from './Assets.js';
import { keepVersions } from './keepVersions.js';
import { loadAsset } from './loadAsset.js';
import { loadScripts } from './loadScripts.js';
import type { Scripts } from './Scripts.js';

const { resolve } = createRequire(import.meta.url);

/** Loads the built script (with earlier versions of it, from the data folder) and pages; what is not built is left out with a warning, for events can be collected without it. */
export async function loadAssets(log: Logger, dataFolder?: string): Promise<Assets> {
  const missing = (what: string) => (error: unknown) => {
    log.warn(
      { reason: error instanceof Error ? error.message.split('\n')[0] : String(error) },
      `${what} not built`,
    );
    return undefined;
  };
  const built = await loadScripts().catch(missing('browser script'));
  const scripts = built && dataFolder !== undefined ? await withOldVersions(built, dataFolder, log) : built;
  const pages = (await loadPages().catch(missing('pages'))) ?? new Map<string, Asset>();
  return { scripts, pages };
}

async function withOldVersions(scripts: Scripts, dataFolder: string, log: Logger): Promise<Scripts> {
  try {
    return { ...scripts, versions: await keepVersions(dataFolder, scripts) };
  } catch (error) {
    log.warn({ err: error }, 'earlier versions of the script cannot be kept or read');
    return scripts;
  }
}

async function loadPages(): Promise<Map<string, Asset>> {
  const folder = dirname(resolve('@reftally/stats/public/stats.html'));
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const pages = new Map<string, Asset>();
  for (const entry of entries.filter((found) => found.isFile())) {
    const file = join(entry.parentPath, entry.name);
    pages.set(file.slice(folder.length + 1).replaceAll(sep, '/'), await loadAsset(file));
  }
  return pages;
}
