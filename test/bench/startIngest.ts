import { setTimeout as delay } from 'node:timers/promises';
import type { Collector } from '../crash/support/Collector.js';
import { createShop } from '../crash/support/createShop.js';
import { startCollector } from '../crash/support/startCollector.js';
import { everyRule } from './everyRule.js';
import type { Server } from './Server.js';

const PARTNERS = 100;

/** What can be set about the collector under measurement. */
export type IngestOptions = {
  folder: string;
  rateLimit: number;
  nodeArgs?: readonly string[];
  /** Instead of the folder: `postgres://…`. */
  database?: string;
  /** Processes that share it. */
  workers?: number;
  /** How many share its links; 100 by default. */
  partners?: number;
  /** The site's policy is {@link everyRule}, and purchases name customers and lines. */
  withRules?: boolean;
};

/**
 * Starts a collector on an empty folder, with a site and its partners. It stands behind one proxy, as in the field, so that each visitor
 * has an address of its own; its log level is the default, and its rate limit is on, so that both have their cost in the number.
 */
export async function startIngest(options: IngestOptions): Promise<Server> {
  const { folder, rateLimit, nodeArgs = [], database, workers = 1, withRules = false } = options;
  const { partners: count = PARTNERS } = options;
  const args = ['--rate-limit', String(rateLimit), '--trust-proxy', '1', '--workers', String(workers)];
  if (database !== undefined) args.push('--store', database);
  const collector = await startCollector({ folder, args, nodeArgs });
  if (workers > 1) await allStarted(collector);
  const { key, partners } = await createShop(collector.url, count, withRules ? { policy: everyRule } : {});
  return {
    port: collector.port,
    pid: collector.child.pid ?? 0,
    traffic: { siteKey: key, codes: partners.map(({ code }) => code), withLines: withRules },
    async stop() {
      const { code } = await collector.stop('SIGTERM');
      if (code !== 0) throw new Error(`the collector ended with ${code}: ${collector.output().slice(-2000)}`);
    },
  };
}

async function allStarted(collector: Collector): Promise<void> {
  while (!collector.output().includes('all collectors started')) await delay(50);
}
