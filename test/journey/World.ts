import type { TotalsRow } from './TotalsRow.js';

/** A collector whose clock can be moved, the demo shop on another origin, and two partners, all on a fresh folder. */
export interface World {
  /** The collector's origin. */
  readonly collectorUrl: string;
  /** The shop's origin. */
  readonly shopUrl: string;
  /** Calls the collector's API as its operator; `path` is what follows `/api/v1`. */
  call<Body>(method: 'GET' | 'POST' | 'PATCH', path: string, body?: unknown): Promise<Body>;
  /** Moves the collector's clock on by whole days. */
  passDays(days: number): void;
  /** The collector's time, ms since 1970. */
  now(): number;
  /** Alice's row of the totals. */
  totalsOfAlice(): Promise<TotalsRow>;
  /** What came without a partner. */
  direct(): Promise<{ readonly pageviews: number; readonly purchases: number }>;
  /** A fresh sign-in link to Alice's stats page. */
  accessOfAlice(): Promise<string>;
  /** Stops everything and deletes the folder. */
  close(): Promise<void>;
}
