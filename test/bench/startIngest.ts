import { createShop } from '../crash/support/createShop.js';
import { startCollector } from '../crash/support/startCollector.js';
import type { Server } from './Server.js';

const PARTNERS = 100;

/** What can be set about the collector under measurement. */
export type IngestOptions = { folder: string; rateLimit: number; nodeArgs?: readonly string[] };

/**
 * Starts a collector on an empty folder, with a site and 100 partners. It stands behind one proxy, as in the field, so that each visitor
 * has an address of its own; its log level is the default, and its rate limit is on, so that both have their cost in the number.
 */
export async function startIngest({ folder, rateLimit, nodeArgs = [] }: IngestOptions): Promise<Server> {
  const args = ['--rate-limit', String(rateLimit), '--trust-proxy', '1'];
  const collector = await startCollector({ folder, args, nodeArgs });
  const { key, partners } = await createShop(collector.url, PARTNERS);
  return {
    port: collector.port,
    pid: collector.child.pid ?? 0,
    traffic: { siteKey: key, codes: partners.map(({ code }) => code) },
    async stop() {
      const { code } = await collector.stop('SIGTERM');
      if (code !== 0) throw new Error(`the collector ended with ${code}: ${collector.output().slice(-2000)}`);
    },
  };
}
