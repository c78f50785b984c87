// What `npm run test:browsers` runs when everything is built: finds the browsers, runs the scenarios of test/field in each, and closes
// with a table of which ran where. `--only firefox,webkit` leaves the others out; `--write` puts the table into docs/browsers.md.

import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findFirefox } from './dist/field/drive/findFirefox.js';
import { findWebKit } from './dist/field/drive/findWebKit.js';
import { launchDriver } from './dist/field/drive/launchDriver.js';
import { readRun } from './dist/field/report/readRun.js';
import { tableOfRuns } from './dist/field/report/tableOfRuns.js';
import { findChromium } from './dist/findChromium.js';

const root = fileURLToPath(new URL('..', import.meta.url));
const page = join(root, 'docs/browsers.md');
const BEGIN = '<!-- table -->';
const END = '<!-- end -->';
const folder = mkdtempSync(join(tmpdir(), 'reftally-browsers-'));
const browsers = { chromium: findChromium, firefox: findFirefox, webkit: findWebKit };

function chosen() {
  const at = process.argv.indexOf('--only');
  const names = at < 0 ? Object.keys(browsers) : (process.argv[at + 1] ?? '').split(',');
  const unknown = names.filter((name) => !Object.hasOwn(browsers, name));
  if (unknown.length > 0) throw new Error(`--only: expected some of ${Object.keys(browsers).join(',')}`);
  return names;
}

/** Runs all scenarios in a browser, and prints each as it ends. */
async function runIn(name) {
  console.log(browsers[name]().how);
  const version = await versionOf(name);
  const output = join(folder, `${name}.json`);
  const words = ['run', '--config', 'test/vitest.config.ts', 'test/field/', '--exclude', '**/report/**'];
  words.push('--reporter=verbose', '--reporter=json', `--outputFile.json=${output}`);
  const env = { ...process.env, FIELD_BROWSER: name };
  spawnSync(join(root, 'node_modules/.bin/vitest'), words, { cwd: root, stdio: 'inherit', env });
  return readRun(version, JSON.parse(readFileSync(output, 'utf8')));
}

async function versionOf(name) {
  const driver = await launchDriver(name);
  const version = await driver.version();
  await driver.close();
  return version;
}

/** Puts the table between the two marks of the page. */
function write(table) {
  const text = readFileSync(page, 'utf8');
  const [before] = text.split(BEGIN);
  const [, after] = text.split(END);
  writeFileSync(page, `${before}${BEGIN}\n\n${table}\n${END}${after}`);
}

try {
  const runs = [];
  for (const name of chosen()) runs.push(await runIn(name));
  const table = tableOfRuns(runs);
  console.log(`\n${table}`);
  if (process.argv.includes('--write')) write(table);
  const failed = runs.flatMap(({ results }) => results).filter(({ status }) => status === 'failed');
  process.exitCode = failed.length > 0 ? 1 : 0;
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
