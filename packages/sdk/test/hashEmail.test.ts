import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { hashEmail } from '@reftally/sdk/sign';
import { describe, expect, test } from 'vitest';
import { type Driver, runRecipe } from './runRecipe.js';

type Vector = { name: string; address: string; normalised: string; hash: string };

const { vectors } = JSON.parse(
  await readFile(new URL('../../../test/vectors/email-hash.json', import.meta.url), 'utf8'),
) as { vectors: Vector[] };

describe('the helper for Node', () => {
  test.each(vectors)('hashes $name', async ({ address, normalised, hash }) => {
    expect(await hashEmail(address)).toBe(hash);
    expect(createHash('sha256').update(normalised).digest('hex')).toBe(hash);
  });

  test('hashes the same when it is required', async () => {
    const cjs = createRequire(import.meta.url)('@reftally/sdk/sign') as { hashEmail: typeof hashEmail };
    const { address, hash } = vectors[0] as Vector;
    expect(await cjs.hashEmail(address)).toBe(hash);
  });

  test.each(['', 'anna', '@example.com', 'anna@', ' '])(
    'refuses what is no address: "%s"',
    async (address) => {
      await expect(hashEmail(address)).rejects.toThrow(TypeError);
    },
  );
});

const DRIVERS: Driver[] = [
  {
    language: 'python',
    source: (recipe) => `${recipe}
import json, sys
print(json.dumps([[v["name"], hash_email(v["address"])] for v in json.load(open(sys.argv[1], encoding="utf-8"))["vectors"]]))
`,
  },
  {
    language: 'php',
    source: (recipe) => `<?php
${recipe}
$hashed = [];
foreach (json_decode(file_get_contents($argv[1]), true)['vectors'] as $v) {
    $hashed[] = [$v['name'], hash_email($v['address'])];
}
echo json_encode($hashed);
`,
  },
  {
    language: 'ruby',
    source: (recipe) => `${recipe}
require 'json'
vectors = JSON.parse(File.read(ARGV[0], encoding: 'UTF-8'))['vectors']
puts JSON.generate(vectors.map { |v| [v['name'], hash_email(v['address'])] })
`,
  },
];

describe.each(DRIVERS)('the recipe in $language', (driver) => {
  test('hashes every vector', async ({ skip }) => {
    const hashed = await runRecipe('fraud.md', driver, { vectors });
    if (hashed === undefined) skip(`SKIPPED: ${driver.language} is not installed, so its recipe was not run`);
    expect(hashed).toEqual(vectors.map(({ name, hash }) => [name, hash]));
  });
});
