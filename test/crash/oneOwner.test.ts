import { expect, test } from 'vitest';
import { createShop } from './support/createShop.js';
import { spawnCollector } from './support/spawnCollector.js';
import { startCollector } from './support/startCollector.js';
import { useCollector } from './support/useCollector.js';
import { useFolder } from './support/useFolder.js';

test('a second collector on one folder ends with one clear sentence; after kill -9 of the first a restart works at once', async () => {
  const folder = useFolder();
  const first = await useCollector({ folder });
  const shop = await createShop(first.url, 1);

  const second = spawnCollector({ folder });
  let said = '';
  second.stdout?.on('data', (chunk) => (said += chunk));
  second.stderr?.on('data', (chunk) => (said += chunk));
  const code = await new Promise((resolve) => second.once('close', resolve));
  expect(code).toBeGreaterThan(0);
  expect(said.trim().split('\n')).toHaveLength(1);
  expect(said).toMatch(/in use|another|already/i);
  expect(said).toContain(folder);
  expect((await fetch(`${first.url}/readyz`)).status, 'the first is not disturbed').toBe(200);

  await first.stop('SIGKILL');
  const again = await useCollector({ folder });
  expect((await fetch(`${again.url}/readyz`)).status).toBe(200);
  await expect(createShop(again.url, 1), 'the site is still there').rejects.toThrow('409');
  await expect(startCollector({ folder })).rejects.toThrow(/ended with/);
  expect(shop.partners).toHaveLength(1);
});
