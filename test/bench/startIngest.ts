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
  /** The site's policy is {@link everyRule}, and purchases name customers and lines. */
  withRules?: boolean;
};

/**
 * Starts a collector on an empty folder, with a site and 100 partners. It stands behind one proxy, as in the field, so that each visitor
 * has an address of its own; its log level is the default, and its rate limit is on, so that both have their cost in the number.
 */
export async function startIngest(options: IngestOptions): Promise<Server> {
  const { folder, rateLimit, nodeArgs = [], withRules = false } = options;
  const args = ['--rate-limit', String(rateLimit), '--trust-proxy', '1'];
  const collector = await startCollector({ folder, args, nodeArgs });
  const { key, partners } = await createShop(collector.url, PARTNERS, withRules ? { policy: everyRule } : {});
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
