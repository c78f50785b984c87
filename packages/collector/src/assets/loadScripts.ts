import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import type { Asset } from './Asset.js';
import { integrityOf } from './integrityOf.js';
import { loadAsset } from './loadAsset.js';
import type { Scripts } from './Scripts.js';

const { resolve } = createRequire(import.meta.url);

/** What the build says of the script. */
const manifest = z.object({ version: z.string().regex(/^[\w.-]+$/) });

/** Scripts that a build may have beside the main one: their part of the name, and their file. */
const EXTRAS = { dataLayer: 'dataLayer.min.js', forms: 'forms.min.js' };

/** Loads the built script; rejects when there is none. The hash is of what is served, so that it can never be of anything else. */
export async function loadScripts(): Promise<Scripts> {
  const file = resolve('@reftally/sdk/r.json');
  const { version } = manifest.parse(JSON.parse(await readFile(file, 'utf8')));
  const main = await loadAsset(resolve('@reftally/sdk/r.js'));
  const stub = (await readFile(resolve('@reftally/sdk/stub.js'), 'utf8')).trim();
  const extras = await loadExtras(dirname(file));
  const versions = new Map([[version, main]]);
  return { main, version, integrity: integrityOf(main.plain), versions, stub, extras };
}

async function loadExtras(folder: string): Promise<Map<string, Asset>> {
  const extras = new Map<string, Asset>();
  for (const [part, name] of Object.entries(EXTRAS)) {
    const file = join(folder, name);
    if (existsSync(file)) extras.set(part, await loadAsset(file));
  }
  return extras;
}
