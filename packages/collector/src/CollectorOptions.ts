import type { Store } from '@reftally/store';
import type { Logger } from 'pino';
import type { Settings } from './options/Settings.js';

/** How to start a collector; every setting has a default. A store that is passed in open is left open. */
export type CollectorOptions = Partial<Omit<Settings, 'store' | 'trustProxy'>> & {
  /** Where events are kept, such as `file:./data`; or an open store, which needs `adminKey`. */
  store?: string | Store;
  /** How many proxies stand in front; `true` is one. */
  trustProxy?: number | boolean;
  /** ms since the epoch. */
  clock?: () => number;
  /** Makes a time-ordered id, unique everywhere. */
  newId?: () => string;
  logger?: Logger;
  /** Told the operator's key when it was made just now, on the first start: nobody has seen it yet. */
  onAdminKey?: (key: string) => void;
};
