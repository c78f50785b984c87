import { readdir } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join, sep } from 'node:path';
import type { Logger } from 'pino';
import type { Asset } from './Asset.js';
import type { Assets } from './Assets.js';
import { loadAsset } from './loadAsset.js';
import { loadScripts } from './loadScripts.js';

const { resolve } = createRequire(import.meta.url);

/** Loads the built script and pages; what is not built is left out with a warning, for events can be collected without it. */
export async function loadAssets(log: Logger): Promise<Assets> {
  const missing = (what: string) => (error: unknown) => {
    log.warn(
      { reason: error instanceof Error ? error.message.split('\n')[0] : String(error) },
      `${what} not built`,
    );
    return undefined;
  };
  const scripts = await loadScripts().catch(missing('browser script'));
  const pages = (await loadPages().catch(missing('pages'))) ?? new Map<string, Asset>();
  return { scripts, pages };
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
