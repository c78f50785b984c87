import type { Store } from '@reftally/store';
import type { Logger } from 'pino';
import type { Limiter } from './http/Limiter.js';
import type { Metrics } from './ops/createMetrics.js';
import type { Paths } from './options/Paths.js';
import type { StatementKeys } from './statements/StatementKeys.js';

/** What every part of the collector works with: made once at the start, handed to the parts as an argument. */
export type Services = {
  store: Store;
  log: Logger;
  metrics: Metrics;
  /** ms since the epoch. */
  clock: () => number;
  /** A time-ordered id, unique everywhere. */
  newId: () => string;
  /** SHA-256 (hex) of the operator's key. */
  adminHash: string;
  /** Salts the hashes of addresses. */
  clientSalt: string;
  /** From which the sites' signing secrets are derived. */
  signingKey: string;
  /** Sign partners' statements. */
  statementKeys: StatementKeys;
  /** How many proxies stand in front. */
  trustProxy: number;
  /** The collector's own address as others see it; derived from each request when absent. */
  publicUrl?: string | undefined;
  /** Of the script and of events, as the snippet names them. */
  paths: Paths;
  /** Of events, by address and site. */
  limitEvents: Limiter;
  /** Of wrong keys and tokens, by address. */
  limitSignIns: Limiter;
  /** True once the collector is stopping: answers then close their connection. */
  isClosing: () => boolean;
};
