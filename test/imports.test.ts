import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { exportProblems } from './imports/exportProblems.js';
import { importProblems } from './imports/importProblems.js';
import { impureProblems } from './imports/impureProblems.js';
import { readSources } from './imports/readSources.js';

const root = fileURLToPath(new URL('..', import.meta.url));
const sources = readSources(root);

function dependenciesOf(path: string): string[] {
  const folder = path.split('/').slice(0, path.startsWith('packages/') ? 2 : 1);
  const manifest = JSON.parse(readFileSync(join(root, ...folder, 'package.json'), 'utf8'));
  return Object.keys({ ...manifest.dependencies, ...manifest.peerDependencies });
}

describe('the project', () => {
  test('has sources in every folder of the design', () => {
    const folders = new Set(sources.map(({ path }) => path.split('/').slice(0, 2).join('/')));
    expect([...folders].sort()).toEqual([
      'demo/browser',
      'demo/src',
      ...['collector', 'core', 'sdk', 'stats', 'store'].map((name) => `packages/${name}`),
    ]);
  });

  test('imports only along the arrows of the design', () => {
    expect(sources.flatMap((source) => importProblems(source, dependenciesOf(source.path)))).toEqual([]);
  });

  test('keeps clock, randomness and I/O out of core', () => {
    expect(sources.filter(({ path }) => path.startsWith('packages/core/')).flatMap(impureProblems)).toEqual(
      [],
    );
  });

  test('has one export a file, and the file named after it', () => {
    expect(sources.flatMap(exportProblems)).toEqual([]);
  });
});

describe('a forbidden import is found', () => {
  test.each([
    ['packages/core/src/x.ts', "import { readFileSync } from 'node:fs';"],
    ['packages/core/src/x.ts', "import type { Request } from 'express';"],
    ['packages/core/src/x.ts', "import type { Store } from '@reftally/store';"],
    ['packages/core/src/x.ts', "const fs = await import('node:fs');"],
    ['packages/core/src/x.ts', 'const any = await import(name);'],
    ['packages/core/src/x.ts', "type Server = import('node:http').Server;"],
    ['packages/core/src/x.ts', "export * from '../../store/src/openStore.js';"],
    ['packages/store/src/x.ts', "import { startCollector } from '@reftally/collector';"],
    ['packages/store/src/a/x.ts', "import { decide } from '../../../core/src/decide.js';"],
    ['packages/store/src/x.ts', "import { decide } from '@reftally/core/dist/decide.js';"],
    ['packages/store/src/x.ts', "import undeclared from 'undeclared';"],
    ['packages/collector/src/x.ts', "import { App } from '@reftally/stats';"],
    ['packages/sdk/src/x.ts', "import { decide } from '@reftally/core';"],
    ['packages/sdk/src/x.ts', "import { type Site, decide } from '@reftally/core';"],
    ['packages/sdk/src/x.ts', "import type { Store } from '@reftally/store';"],
    ['packages/stats/src/x.tsx', "import { join } from 'node:path';\nexport const x = <p>hi</p>;"],
    ['demo/src/x.ts', "import { openStore } from '@reftally/store';"],
    ['demo/src/x.ts', "import { thing } from '../../packages/collector/src/index.js';"],
    ['demo/browser/x.ts', "import express from 'express';"],
    ['elsewhere/x.ts', ''],
  ])('in %s: %s', (path, text) => {
    const dependencies = ['declared', '@reftally/core', '@reftally/stats', '@reftally/store'];
    expect(importProblems({ path, text }, dependencies)).toHaveLength(1);
  });

  test.each([
    ['packages/core/src/a/x.ts', "import { z } from 'zod'; import type { Y } from '../y.js';"],
    [
      'packages/store/src/x.ts',
      "import { decide } from '@reftally/core'; import fs from 'node:fs'; import d from 'declared/node';",
    ],
    ['packages/collector/src/x.ts', "import { openStore } from '@reftally/store';"],
    ['packages/sdk/src/x.ts', "import type { Site } from '@reftally/core'; import d from 'declared';"],
    ['demo/src/x.ts', "import express from 'express'; import { y } from './y.js';"],
  ])('but not an allowed one in %s', (path, text) => {
    expect(importProblems({ path, text }, ['declared'])).toEqual([]);
  });
});

describe('what is impure is found', () => {
  test.each([
    'const now = Date.now();',
    'const now = new Date();',
    'const now = Date();',
    'const dice = Math.random();',
    'const key = process.env.KEY;',
    'setTimeout(() => {}, 1);',
    'const { now } = performance;',
    'export const id = () => crypto.randomUUID();',
    'const clock = globalThis.Date;',
    'const it = { fetch };',
  ])('%s', (text) => {
    expect(impureProblems({ path: 'packages/core/src/x.ts', text })).toHaveLength(1);
  });

  test.each([
    'const day = new Date(at).toISOString();',
    '// Date.now() is the caller’s\nconst text = "process.exit()";',
    'const it = { process: 1 }; it.process += Math.floor(2.5);',
    'interface Order { document: string }',
  ])('but not in %s', (text) => {
    expect(impureProblems({ path: 'packages/core/src/x.ts', text })).toEqual([]);
  });
});

describe('a file that is not named after its one export is found', () => {
  test.each([
    ['x.ts', 'export const y = 1;'],
    ['x.ts', 'export const x = 1; export const y = 2;'],
    ['x.ts', 'export const x = 1, y = 2;'],
    ['x.ts', 'const x = 1; export default x;'],
    ['x.ts', 'export function x() {} export class Y {}'],
    ['x.ts', "export * from './y.js';"],
    ['X.ts', 'export interface Y {}'],
  ])('%s with %s', (name, text) => {
    expect(exportProblems({ path: `packages/core/src/${name}`, text })).toHaveLength(1);
  });

  test.each([
    ['index.ts', "export * from './x.js'; export * from './y.js';"],
    ['x.ts', 'export function x() {} export interface Options {} export type { Y } from "./Y.js";'],
    ['X.ts', 'export type Y = 1; export interface X { y: Y }'],
    ['X.tsx', 'export function X() { return <p>hi</p>; }'],
    ['start.ts', 'run();'],
    ['worker.ts', 'export type Job = 1; run();'],
  ])('but not %s with %s', (name, text) => {
    expect(exportProblems({ path: `packages/core/src/${name}`, text })).toEqual([]);
  });
});
