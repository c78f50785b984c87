// What `npm test` runs when everything is built: checks the types of the tests, finds a browser and what runs the recipes of
// the docs, runs every test, and prints as its last line how many passed and failed.

import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { countTests } from './dist/countTests.js';
import { findChromium } from './dist/findChromium.js';
import { findLanguages } from './dist/findLanguages.js';

const root = fileURLToPath(new URL('..', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'reftally-test-'));
const report = join(folder, 'report.json');

/** Runs a tool of node_modules to its end and says whether it was content. */
function run(tool, words, env = {}) {
  const shell = process.platform === 'win32';
  const options = { cwd: root, stdio: 'inherit', shell, env: { ...process.env, ...env } };
  return spawnSync(join(root, 'node_modules', '.bin', tool), words, options).status === 0;
}

function readReport() {
  try {
    return JSON.parse(readFileSync(report, 'utf8'));
  } catch {
    return undefined;
  }
}

function runTests() {
  const { path, how } = findChromium();
  console.log(how);
  console.log(findLanguages());
  const words = ['run', '--config', 'test/vitest.config.ts', ...process.argv.slice(2)];
  words.push('--reporter=default', '--reporter=json', `--outputFile.json=${report}`);
  const content = run('vitest', words, { CHROMIUM_PATH: path });
  return countTests(readReport(), content);
}

const typed = run('tsc', ['-p', 'test/tsconfig.packages.json']);
let counts = { passed: 0, failed: 1, skipped: 0 };
try {
  counts = runTests();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
}
rmSync(folder, { recursive: true, force: true });

// Tests whose types are wrong are a failure of their own.
const failed = counts.failed + (typed ? 0 : 1);
process.exitCode = failed > 0 || counts.passed === 0 ? 1 : 0;
console.log(
  `${counts.passed} passed, ${failed} failed${counts.skipped > 0 ? `, ${counts.skipped} skipped` : ''}`,
);
