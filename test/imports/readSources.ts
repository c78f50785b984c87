import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Source } from './Source.js';

const folders = [
  ...['core', 'store', 'collector', 'sdk', 'stats'].map((name) => `packages/${name}/src`),
  'demo/src',
  'demo/browser',
];

/** Reads every TypeScript source of the packages and the demo beneath `root`. */
export function readSources(root: string): Source[] {
  return folders.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .map((file) => `${folder}/${file.replaceAll('\\', '/')}`)
      .filter((path) => /\.tsx?$/.test(path) && !path.endsWith('.d.ts'))
      .map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') })),
  );
}
