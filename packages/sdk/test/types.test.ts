import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const usage = readFileSync(new URL('types/usage.ts', import.meta.url), 'utf8');
const tsc = fileURLToPath(new URL('../../../node_modules/.bin/tsc', import.meta.url));
/** Within the package, so that its name leads to its own declarations. */
const cache = fileURLToPath(new URL('../.cache/', import.meta.url));

const RESOLUTIONS: [name: string, file: string, module: string, resolution: string][] = [
  ['ES modules', 'usage.mts', 'nodenext', 'nodenext'],
  ['CommonJS', 'usage.cts', 'nodenext', 'nodenext'],
  ['ES modules of Node 16', 'usage.mts', 'node16', 'node16'],
  ['CommonJS of Node 16', 'usage.cts', 'node16', 'node16'],
  ['a bundler', 'usage.ts', 'esnext', 'bundler'],
];

/** What the compiler says about page code: `line: error`, one a line. */
function complaints(text: string, [, file, module, resolution]: (typeof RESOLUTIONS)[number]): string[] {
  mkdirSync(cache, { recursive: true });
  const folder = mkdtempSync(join(cache, 'types-'));
  writeFileSync(join(folder, file), text);
  const options = ['--noEmit', '--strict', '--ignoreConfig', '--target', 'es2022'];
  try {
    const words = [...options, '--module', module, '--moduleResolution', resolution, join(folder, file)];
    execFileSync(tsc, words, { stdio: 'pipe' });
    return [];
  } catch (error) {
    const lines = String((error as { stdout: Buffer }).stdout).split('\n');
    return lines.flatMap((line) => line.match(/\((\d+),\d+\): error .*/)?.[0] ?? []);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

test.each(RESOLUTIONS)('types hold, misuse is an error and EventMap is open: %s', (...resolution) => {
  expect(complaints(usage, resolution)).toEqual([]);
});

test.each(RESOLUTIONS)('each misuse is an error of its own: %s', (...resolution) => {
  const lines = usage.split('\n');
  const misuses = lines.flatMap((line, i) => (line.includes('// @ts-expect-error') ? [i + 2] : []));
  const seen = complaints(usage.replaceAll('@ts-expect-error', ''), resolution);
  expect(misuses.length).toBeGreaterThan(15);
  expect([...new Set(seen.map((line) => Number(/\d+/.exec(line)?.[0])))]).toEqual(misuses);
});
