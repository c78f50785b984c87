import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';

const read = (name: string): string => readFileSync(new URL(`../dist/${name}`, import.meta.url), 'utf8');

// With hardly any room: what is imported by mistake is seen at once.
test.each([
  ['dataLayer.min.js', 1350],
  ['forms.min.js', 900],
])('%s is at most %i B of gzip', (name, budget) => {
  expect(gzipSync(read(name), { level: 9 }).length).toBeLessThanOrEqual(budget);
});

test.each(['dataLayer', 'forms', 'react'])(
  '%s uses the script of the package and brings none of its own',
  (name) => {
    expect(read(`${name}.js`)).toContain("from './main.js'");
    expect(read(`${name}.cjs`)).toContain("require('./main.cjs')");
    for (const text of [read(`${name}.js`), read(`${name}.cjs`)])
      expect(text).not.toMatch(/localStorage|js-cookie/);
  },
);
