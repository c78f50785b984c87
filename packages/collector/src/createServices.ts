import type { Store } from '@reftally/store';
import type { Logger } from 'pino';
import { v7 } from 'uuid';
import { sha256 } from './auth/sha256.js';
import { createLimits } from './createLimits.js';
import { createMetrics } from './ops/createMetrics.js';
import type { Settings } from './options/Settings.js';
import type { Services } from './Services.js';
import { derivedKeys } from './statements/derivedKeys.js';
import type { StatementKeys } from './statements/StatementKeys.js';

/** What the services are made of; `clock` (ms) and `newId` default to the real ones. */
export type Parts = {
  settings: Settings;
  adminKey: string;
  store: Store;
  log: Logger;
  /** Default: one derived from the admin key. */
  statementKeys?: StatementKeys | undefined;
  clock?: (() => number) | undefined;
  newId?: (() => string) | undefined;
  isClosing?: () => boolean;
};

/** Makes what every part of the collector works with. */
export function createServices(parts: Parts): Services {
  const { settings, adminKey, store, log, statementKeys, clock, newId, isClosing } = parts;
  // Several collectors with one key agree on it, and nothing more has to be kept.
  const clientSalt = sha256(`client\n${adminKey}`);
  return {
    store,
    log,
    metrics: createMetrics(),
    clock: clock ?? Date.now,
    newId: newId ?? (clock ? () => v7({ msecs: clock() }) : () => v7()),
    adminHash: sha256(adminKey),
    clientSalt,
    signingKey: sha256(`signing\n${adminKey}`),
    statementKeys: statementKeys ?? derivedKeys(adminKey),
    trustProxy: settings.trustProxy,
    publicUrl: settings.publicUrl,
    paths: { script: settings.scriptPath, collect: settings.collectPath },
    ...createLimits({ store, rateLimit: settings.rateLimit, salt: clientSalt, clock: clock ?? Date.now }),
    isClosing: isClosing ?? (() => false),
  };
}
