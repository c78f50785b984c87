import type { Browser, BrowserContext } from 'playwright-core';
import type { Field } from '../../field/world/Field.js';
import type { Contender } from './Contender.js';
import type { TrackerServer } from './TrackerServer.js';

/** Where the contenders are measured: one browser, one shop whose pages are the same but for the script, a server for each. */
export interface Stage {
  readonly browser: Browser;
  /** Serves the pages, and has the collector that ours reports to. */
  readonly field: Field;
  readonly entries: readonly Entry[];
  /** Hosts that pages asked for and that are not of this machine, with the number of requests; none of them got anywhere. */
  readonly elsewhere: Map<string, number>;
  /** A new profile, as any visitor's. */
  newProfile(): Promise<BrowserContext>;
  close(): Promise<void>;
}

/** A contender with the server that it reports to. */
export interface Entry {
  readonly contender: Contender;
  readonly server: TrackerServer;
  /** Its page. */
  readonly url: string;
}
