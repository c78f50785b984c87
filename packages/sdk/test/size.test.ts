import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';

const read = (name: string) => readFileSync(new URL(`../dist/${name}`, import.meta.url));
const { params } = { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } };

test('the script stays within what its visitors may be charged', () => {
  const script = read('r.js');
  expect(gzipSync(script, { level: 9 }).length).toBeLessThanOrEqual(3000);
  expect(brotliCompressSync(script, { params }).length).toBeLessThanOrEqual(2700);
});

test('the stub is at most 180 B', () => {
  expect(read('stub.min.js').length).toBeLessThanOrEqual(180);
});

test('the versioned copy is the script, and its hash is right', () => {
  const { version, file, integrity } = JSON.parse(String(read('r.json')));
  expect(file).toBe(`r-${version}.js`);
  expect(read(file).equals(read('r.js'))).toBe(true);
  expect(integrity).toBe(`sha384-${createHash('sha384').update(read('r.js')).digest('base64')}`);
});
