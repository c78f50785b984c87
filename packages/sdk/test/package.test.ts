import { createRequire } from 'node:module';
import { expect, test } from 'vitest';

const require = createRequire(import.meta.url);

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

test('the collector finds the scripts, their facts and the stub', () => {
  for (const name of ['r.js', 'r.json', 'stub.js', 'dataLayer.js', 'forms.js'])
    expect(require.resolve(`@reftally/sdk/${name}`)).toContain('dist');
});
