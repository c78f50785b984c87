import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const require = createRequire(import.meta.url);
/** The same page code under another name, which decides how it is resolved. */
const fixture = (name: string): string => {
  const folder = new URL('../dist/types/', import.meta.url);
  mkdirSync(folder, { recursive: true });
  copyFileSync(new URL('types/usage.ts', import.meta.url), new URL(name, folder));
  return fileURLToPath(new URL(name, folder));
};

test.each([
  ['ESM', 'usage.mts', 'nodenext', 'nodenext'],
  ['CommonJS', 'usage.cts', 'nodenext', 'nodenext'],
  ['bundler', 'usage.ts', 'esnext', 'bundler'],
])('types hold, misuse is an error and EventMap is open: %s', (_name, file, module, resolution) => {
  const tsc = fileURLToPath(new URL('../../../node_modules/.bin/tsc', import.meta.url));
  const options = [
    '--noEmit',
    '--strict',
    '--ignoreConfig',
    '--module',
    module,
    '--moduleResolution',
    resolution,
  ];
  let output = '';
  try {
    output = String(execFileSync(tsc, [...options, fixture(file)], { stdio: 'pipe' }));
  } catch (error) {
    output = String((error as { stdout: Buffer }).stdout);
  }
  expect(output).toBe('');
});

test.each([
  ['import', () => import('@reftally/sdk')],
  ['require', async () => require('@reftally/sdk')],
])('%s on a server: nothing happens, nothing throws', async (_name, load) => {
  const sdk = await load();
  sdk.init({ site: 'pk_1' });
  sdk.consent('granted');
  expect(sdk.referral()).toBeNull();
  expect(sdk.decorate('https://x.test/')).toBe('https://x.test/');
  expect(await sdk.track('pageview')).toMatchObject({ status: 'invalid' });
  expect(globalThis).not.toHaveProperty('reftally');
});

test('the collector finds the script, its facts and the stub', () => {
  for (const name of ['r.js', 'r.json', 'stub.js'])
    expect(require.resolve(`@reftally/sdk/${name}`)).toContain('dist');
});

test('the version is the package’s', async () => {
  const { version } = await import('../dist/version.js');
  expect(require('@reftally/sdk/package.json').version).toBe(version);
});
