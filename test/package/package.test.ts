import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { publint } from 'publint';
import { formatMessage } from 'publint/utils';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Installed } from './Installed.js';
import { installPackage } from './installPackage.js';

const run = promisify(execFile);
const ENTRIES = [
  '@reftally/sdk',
  '@reftally/sdk/dataLayer',
  '@reftally/sdk/forms',
  '@reftally/sdk/react',
  '@reftally/sdk/sign',
];

const { version } = createRequire(import.meta.url)('@reftally/sdk/package.json') as { version: string };

let installed: Installed;

beforeAll(async () => {
  installed = await installPackage();
});
afterAll(() => installed.remove());

test('the package holds what a user can reach, and nothing else', () => {
  const paths = installed.files.map(({ path }) => path);
  const types = paths.filter((path) => path.startsWith('dist/types/'));
  expect(paths.filter((path) => !types.includes(path)).sort()).toEqual([
    'LICENSE',
    'README.md',
    'dist/dataLayer.cjs',
    'dist/dataLayer.js',
    'dist/dataLayer.min.js',
    'dist/forms.cjs',
    'dist/forms.js',
    'dist/forms.min.js',
    'dist/main.cjs',
    'dist/main.js',
    `dist/r-${version}.js`,
    'dist/r.js',
    'dist/r.json',
    'dist/react.cjs',
    'dist/react.js',
    'dist/sign.cjs',
    'dist/sign.js',
    'dist/stub.min.js',
    'package.json',
  ]);
  expect(types.filter((path) => path.endsWith('.d.ts')).sort()).toEqual([
    'dist/types/Consent.d.ts',
    'dist/types/EventMap.d.ts',
    'dist/types/EventProps.d.ts',
    'dist/types/Offer.d.ts',
    'dist/types/Options.d.ts',
    'dist/types/Referral.d.ts',
    'dist/types/Reftally.d.ts',
    'dist/types/TrackResult.d.ts',
    'dist/types/adapters/dataLayer/DataLayerOptions.d.ts',
    'dist/types/adapters/dataLayer/index.d.ts',
    'dist/types/adapters/dataLayer/watchDataLayer.d.ts',
    'dist/types/adapters/forms/FormsOptions.d.ts',
    'dist/types/adapters/forms/decoratePaymentLink.d.ts',
    'dist/types/adapters/forms/fromClientReference.d.ts',
    'dist/types/adapters/forms/index.d.ts',
    'dist/types/adapters/forms/toClientReference.d.ts',
    'dist/types/adapters/forms/watchForms.d.ts',
    'dist/types/adapters/react/Reftally.d.ts',
    'dist/types/adapters/react/index.d.ts',
    'dist/types/adapters/react/useReferral.d.ts',
    'dist/types/adapters/react/useReftally.d.ts',
    'dist/types/adapters/sign/PurchaseToSign.d.ts',
    'dist/types/adapters/sign/hashEmail.d.ts',
    'dist/types/adapters/sign/index.d.ts',
    'dist/types/adapters/sign/signPurchase.d.ts',
    'dist/types/index.d.ts',
  ]);
  const twins = types.filter((path) => path.endsWith('.d.cts')).map((path) => path.replace('.cts', '.ts'));
  expect(twins.sort()).toEqual(types.filter((path) => path.endsWith('.d.ts')).sort());
});

test('the package takes at most 160 KB of a disk', () => {
  expect(installed.files.reduce((sum, { size }) => sum + size, 0)).toBeLessThan(160_000);
});

test.each(['js', 'cjs'])('Next’s app router sees that react.%s belongs to the browser', async (extension) => {
  const file = `${installed.folder}/node_modules/@reftally/sdk/dist/react.${extension}`;
  expect(await readFile(file, 'utf8')).toMatch(/^'use client';\n/);
});

test('publint has nothing to say', async () => {
  const pkgDir = `${installed.folder}/node_modules/@reftally/sdk`;
  const { messages, pkg } = await publint({ pkgDir, strict: true, pack: false });
  expect(messages.map((message) => formatMessage(message, pkg, { color: false }))).toEqual([]);
});

test('the types are right in every module resolution (@arethetypeswrong/cli)', async () => {
  const attw = fileURLToPath(new URL('../../node_modules/.bin/attw', import.meta.url));
  // What a script tag loads has no types.
  const scripts = ['./r.js', './stub.js', './dataLayer.js', './forms.js'];
  const words = [installed.tarball, '--format', 'json', '--exclude-entrypoints', ...scripts];
  const { stdout } = await run(attw, words).catch((error: { stdout: string }) => error);
  const { analysis } = JSON.parse(stdout) as {
    analysis: { problems: object[]; entrypoints: { [path: string]: object } };
  };
  expect(analysis.problems).toEqual([]);
  expect(Object.keys(analysis.entrypoints)).toEqual(
    expect.arrayContaining(['.', './dataLayer', './forms', './react', './sign']),
  );
});

/** Loads a module under Node and says which globals, listeners and timers there are now that were not there before. */
const LOOK = `
  const look = () => ({
    globals: Reflect.ownKeys(globalThis).map(String),
    prototypes: [Object, Array, Function, String, Promise, Symbol].map(
      (owner) => [Reflect.ownKeys(owner).length, Reflect.ownKeys(owner.prototype).length].join()),
    listeners: process.eventNames().map(String),
    resources: process.getActiveResourcesInfo().filter((name) => name === 'Timeout' || name === 'Immediate'),
  });
  const before = JSON.stringify(look());
  const report = (loaded) => {
    const names = Object.keys(loaded).filter((name) => name !== 'default' && name !== 'module.exports');
    console.log(JSON.stringify({ same: before === JSON.stringify(look()), names }));
  };`;

test.each(
  ENTRIES.flatMap((name) => [
    [name, 'import', `${LOOK} report(await import('${name}'));`],
    [name, 'require', `${LOOK} report(require('${name}'));`],
  ]),
)('%s under Node, by %s: no side effect', async (name, way, code) => {
  const type = way === 'import' ? 'module' : 'commonjs';
  // React itself may do what it likes: it is there before the look.
  const react = way === 'import' ? "await import('react');" : "require('react');";
  const words = [`--input-type=${type}`, '--eval', name?.endsWith('react') ? `${react} ${code}` : `${code}`];
  const { stdout, stderr } = await run(process.execPath, words, { cwd: installed.folder });
  const { same, names } = JSON.parse(stdout) as { same: boolean; names: string[] };
  expect([same, stderr]).toEqual([true, '']);
  expect(names).toEqual(expect.arrayContaining([EXPORTS[name as string]]));
});

const EXPORTS: { readonly [entry: string]: string } = {
  '@reftally/sdk': 'track',
  '@reftally/sdk/dataLayer': 'watchDataLayer',
  '@reftally/sdk/forms': 'watchForms',
  '@reftally/sdk/react': 'useReferral',
  '@reftally/sdk/sign': 'signPurchase',
};

test('under Node every call is answered, and the adapters do nothing', async () => {
  const code = `
    import { init, track, referral, decorate, flush, ready, consent, optOut } from '@reftally/sdk';
    import { watchDataLayer } from '@reftally/sdk/dataLayer';
    import { watchForms, decoratePaymentLink } from '@reftally/sdk/forms';
    init({ site: 'rt_pub_x' }); consent('granted'); optOut(); ready(() => { throw 1; }); watchDataLayer(); watchForms();
    await flush();
    const link = 'https://buy.stripe.com/a';
    console.log(JSON.stringify([(await track('pageview')).status, referral(), decorate('/a'), decoratePaymentLink(link) === link]));`;
  const { stdout, stderr } = await run(process.execPath, ['--input-type=module', '--eval', code], {
    cwd: installed.folder,
  });
  expect([JSON.parse(stdout), stderr]).toEqual([['invalid', null, '/a', true], '']);
});
