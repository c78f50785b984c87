import { parseArgs } from 'node:util';
import type { ShopOptions } from './ShopOptions.js';

/**
 * Reads the shop's command line (`--port`, `--collector`, `--site-key`), else its environment variables (`SHOP_PORT`,
 * `SHOP_COLLECTOR`, `SHOP_SITE_KEY`). Its secrets come from the environment alone, since any user of the machine can list words
 * of a command: `SHOP_SIGNING_SECRET`, `SHOP_SECRET_KEY`. Throws when there is no site key or the port is no port.
 */
export function shopArguments(
  words: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
): ShopOptions & { readonly port: number } {
  const { values } = parseArgs({
    args: [...words],
    options: { port: { type: 'string' }, collector: { type: 'string' }, 'site-key': { type: 'string' } },
  });
  const port = Number(values.port ?? environment.SHOP_PORT ?? 4801);
  if (!Number.isInteger(port) || port < 0 || port > 65535)
    throw new Error('The port must be a number from 0 to 65535.');
  const siteKey = values['site-key'] ?? environment.SHOP_SITE_KEY;
  if (!siteKey) throw new Error("Name the site's public key with --site-key or SHOP_SITE_KEY.");
  const collectorUrl = new URL(values.collector ?? environment.SHOP_COLLECTOR ?? 'http://localhost:4800')
    .origin;
  const { SHOP_SIGNING_SECRET: signingSecret, SHOP_SECRET_KEY: secretKey } = environment;
  return {
    port,
    collectorUrl,
    siteKey,
    ...(signingSecret && { signingSecret }),
    ...(secretKey && { secretKey }),
  };
}
