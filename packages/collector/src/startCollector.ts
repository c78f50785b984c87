import type { AddressInfo } from 'node:net';
import { openStore } from '@reftally/store';
import { loadAssets } from './assets/loadAssets.js';
import type { Collector } from './Collector.js';
import type { CollectorOptions } from './CollectorOptions.js';
import { createHandler } from './createHandler.js';
import { createLogger } from './createLogger.js';
import { createServices } from './createServices.js';
import { listen } from './listen.js';
import { dataFolderOf } from './options/dataFolderOf.js';
import { ensureAdminKey } from './options/ensureAdminKey.js';
import { readSettings } from './options/readSettings.js';
import type { Settings } from './options/Settings.js';
import { keptKeys } from './statements/keptKeys.js';
import { stopServer } from './stopServer.js';
import { watchSilent } from './watchSilent.js';
import { offerMetrics } from './workers/offerMetrics.js';

const PATIENCE_MS = 10_000;

/**
 * Starts a collector: opens the store, makes the operator's key if there is none, and listens. Rejects with a `StartError`, one sentence
 * for the operator, when a setting, the store or the port is no good; nothing is left open then.
 */
export async function startCollector(options: CollectorOptions = {}): Promise<Collector> {
  const { store: given, clock, newId, logger, onAdminKey, ...plain } = options;
  const isOpen = typeof given === 'object';
  const settings = readSettings(isOpen ? plain : { ...plain, store: given });
  const log = logger ?? createLogger(settings.logLevel);
  const store = isOpen
    ? given
    : await openStore({
        url: settings.store,
        warn: (message) => log.warn(message),
        retentionDays: settings.retentionDays,
      });
  try {
    const { key, made } = await adminKeyOf(settings, isOpen);
    // Before anything else can fail: on the next start it will be an old key.
    if (made) onAdminKey?.(key);
    let closing = false;
    const folder = isOpen ? undefined : dataFolderOf(settings.store);
    const statementKeys = folder === undefined ? undefined : await keptKeys(folder);
    const isClosing = () => closing;
    const parts = { settings, adminKey: key, store, log, statementKeys, clock, newId, isClosing };
    const assets = await loadAssets(log, folder);
    const services = createServices(parts);
    offerMetrics(services.metrics.registry);
    const handler = createHandler(services, assets);
    const server = await listen(handler, settings);
    const closeSilent = watchSilent(server);
    const close = once(async () => {
      closing = true;
      await stopServer(server, PATIENCE_MS, closeSilent);
      if (!isOpen) await store.close();
      log.info('collector stopped');
    });
    const { port } = server.address() as AddressInfo;
    const url = settings.publicUrl ?? urlOf(settings.host, port);
    log.info({ url, port }, 'collector started');
    return { url, port, close };
  } catch (error) {
    if (!isOpen) await store.close();
    throw error;
  }
}

async function adminKeyOf({ adminKey, store }: Settings, isOpen: boolean) {
  if (adminKey !== undefined) return { key: adminKey, made: false };
  return ensureAdminKey(isOpen ? undefined : dataFolderOf(store));
}

function once(close: () => Promise<void>): () => Promise<void> {
  let closed: Promise<void> | undefined;
  return () => {
    closed ??= close();
    return closed;
  };
}

function urlOf(host: string, port: number): string {
  const isEvery = host === '0.0.0.0' || host === '::';
  const name = isEvery ? 'localhost' : host.includes(':') ? `[${host}]` : host;
  return `http://${name}:${port}`;
}
