import { onTestFinished } from 'vitest';
import type { Collector } from './Collector.js';
import type { CollectorOptions } from './spawnCollector.js';
import { startCollector } from './startCollector.js';

/** A collector that does not outlive the test. */
export async function useCollector(options: CollectorOptions): Promise<Collector> {
  const collector = await startCollector(options);
  onTestFinished(async () => {
    await collector.stop('SIGKILL');
  });
  return collector;
}
