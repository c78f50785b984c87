import { readFile } from 'node:fs/promises';
import { defaultPolicy, lintPolicy, policySchema } from '@reftally/core';
import { expect, it } from 'vitest';

it('takes the policies of docs/commission.md as they stand there, without a warning', async () => {
  const text = await readFile(new URL('../../docs/commission.md', import.meta.url), 'utf8');
  const blocks = [...text.matchAll(/```json\n(.*?)```/gs)].map(([, json]) => json ?? '');
  expect(blocks).toHaveLength(2);
  for (const block of blocks) {
    const policy = { ...defaultPolicy(), ...policySchema.parse(JSON.parse(block)) };
    expect(lintPolicy(policy, { currencies: ['EUR'] })).toEqual([]);
  }
});
