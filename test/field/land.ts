import { eventually } from './eventually.js';
import { queuedKeys } from './queuedKeys.js';
import type { Scene } from './Scene.js';

/**
 * Opens a page of the shop, from nowhere, and waits until its pageview is counted and acknowledged. At once: when a page is idle on a busy
 * machine, nobody knows.
 */
export async function land({ tab, field }: Scene, url: string): Promise<void> {
  const before = field.counted('pageview').length;
  await tab.open('about:blank');
  await tab.open(url);
  await tab.run(() => window.reftally?.flush());
  await eventually(() => field.counted('pageview').length).toBe(before + 1);
  await eventually(() => queuedKeys(tab)).toEqual([]);
}
