import type { Trust } from './Trust.js';

/** What surrounds an event on arrival. Times in ms of the collector's clock. */
export type EventContext = {
  site: string;
  /** The currencies of the site. */
  currencies: readonly string[];
  receivedAt: number;
  trust: Trust;
  /** Makes a time-ordered id, unique everywhere. */
  newId: () => string;
  /** Salted hash of address and browser; asked for only when the event carries a code. */
  clientHash?: () => string;
};
