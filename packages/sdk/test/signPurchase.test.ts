import { createHmac } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { signPurchase } from '@reftally/sdk/sign';
import { describe, expect, test } from 'vitest';
import { type Driver, runRecipe } from './runRecipe.js';

type Vector = {
  name: string;
  secret: string;
  orderId: string;
  amount: string;
  currency: string;
  time: number;
  nonce: string;
  signature: string;
};

const { vectors } = JSON.parse(
  await readFile(new URL('../../../test/vectors/signed-purchase.json', import.meta.url), 'utf8'),
) as { vectors: Vector[] };
const guide = await readFile(new URL('../../../docs/trust.md', import.meta.url), 'utf8');

const signed = vectors.map(({ name, signature }) => [name, signature]);

describe('the helper for Node', () => {
  test.each(vectors)('signs $name', async ({ time, signature, name: _, ...purchase }) => {
    expect(await signPurchase({ ...purchase, at: time * 1000 + 999 })).toBe(signature);
  });

  test('signs the same when it is required, and takes numbers', async () => {
    const cjs = createRequire(import.meta.url)('@reftally/sdk/sign') as { signPurchase: typeof signPurchase };
    const { secret, nonce, signature } = vectors[0] as Vector;
    const made = cjs.signPurchase({
      orderId: 10042,
      amount: 49.9,
      currency: 'EUR',
      secret,
      nonce,
      at: 1767225600000,
    });
    expect(await made).toBe(signature);
  });

  test('makes another nonce each time, of now', async () => {
    const { name: _, nonce: __, signature: ___, time: ____, ...purchase } = vectors[0] as Vector;
    const [first, second] = await Promise.all([signPurchase(purchase), signPurchase(purchase)]);
    expect(first).toMatch(/^v1\.\d{10}\.[\w-]{8,64}\.[0-9a-f]{64}$/);
    expect(second).not.toBe(first);
    expect(Math.abs(Number(first.split('.')[1]) * 1000 - Date.now())).toBeLessThan(60_000);
  });

  test.each([
    ['orderId', { orderId: '' }],
    ['amount', { amount: '49,90' }],
    ['amount', { amount: 1e21 }],
    ['amount', { amount: -1 }],
    ['currency', { currency: 'eur' }],
    ['secret', { secret: 'rt_sec_wrong-key' }],
    ['nonce', { nonce: 'a.b.c.d.e' }],
    ['at', { at: Number.NaN }],
  ])('names the %s that is no good, and never the secret', async (field, given) => {
    const { secret } = vectors[0] as Vector;
    const purchase = { orderId: '1', amount: '1', currency: 'EUR', secret, ...given };
    const error: Error = await signPurchase(purchase).then(
      () => new Error('signed'),
      (thrown: Error) => thrown,
    );
    expect(error).toBeInstanceOf(TypeError);
    expect(error.message).toMatch(new RegExp(`^${field}: expected`));
    expect(error.message).not.toContain(purchase.secret);
  });
});

test('the text that docs/trust.md shows is the one that is signed', () => {
  const { secret, signature } = vectors[0] as Vector;
  const [, text = ''] = /^ {4}(2:v1,.*,)$/m.exec(guide) ?? [];
  expect(signature.split('.')[3]).toBe(createHmac('sha256', secret).update(text).digest('hex'));
});

const DRIVERS: Driver[] = [
  {
    language: 'python',
    source: (recipe) => `${recipe}
import json, sys
print(json.dumps([[v["name"], sign_purchase(v["orderId"], v["amount"], v["currency"], v["secret"], v["time"], v["nonce"])]
                  for v in json.load(open(sys.argv[1], encoding="utf-8"))["vectors"]]))
`,
  },
  {
    language: 'php',
    source: (recipe) => `<?php
${recipe}
$signed = [];
foreach (json_decode(file_get_contents($argv[1]), true)['vectors'] as $v) {
    $signed[] = [$v['name'], sign_purchase($v['orderId'], $v['amount'], $v['currency'], $v['secret'], $v['time'], $v['nonce'])];
}
echo json_encode($signed);
`,
  },
  {
    language: 'ruby',
    source: (recipe) => `${recipe}
require 'json'
vectors = JSON.parse(File.read(ARGV[0], encoding: 'UTF-8'))['vectors']
puts JSON.generate(vectors.map { |v| [v['name'], sign_purchase(v['orderId'], v['amount'], v['currency'], v['secret'], v['time'], v['nonce'])] })
`,
  },
];

describe.each(DRIVERS)('the recipe in $language', (driver) => {
  test('signs every vector', async ({ skip }) => {
    const made = await runRecipe('trust.md', driver, { vectors });
    if (made === undefined) skip(`SKIPPED: ${driver.language} is not installed, so its recipe was not run`);
    expect(made).toEqual(signed);
  });
});
