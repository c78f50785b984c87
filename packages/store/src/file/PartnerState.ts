import type { ChainedEntry, Partner, PartnerIdentity, Payout, Tally } from '@reftally/core';
import type { StoredConversion } from '../StoredConversion.js';
import type { ArrivalsByHour } from './ArrivalsByHour.js';
import type { DailyCounts } from './DailyCounts.js';
import type { Moments } from './Moments.js';
import type { SeenClients } from './SeenClients.js';

/** All about one partner. `entries` are in the order of the chain, `payouts` by (createdAt, id); `timeline` are the conversions for which it was a candidate, by (at, id). */
export type PartnerState = {
  partner: Partner;
  totals: DailyCounts;
  entries: ChainedEntry[];
  payouts: Payout[];
  timeline: StoredConversion[];
  /** By month (`YYYY-MM`) and `ever`; not stored, see `foldTally`. */
  tallies: Map<string, Tally>;
  /** What its links brought by hour. */
  arrivals: ArrivalsByHour;
  /** When its credited conversions happened; not stored, see `foldTally`. */
  credited: Moments;
  /** Follows from the partner, but for the clients. */
  identity: PartnerIdentity & { clients: SeenClients };
};
