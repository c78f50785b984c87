import type {
  Click,
  Counts,
  Customer,
  ExistingCustomer,
  Forgotten,
  LedgerEntry,
  Link,
  Order,
  Partner,
  Payout,
  Reason,
  Refund,
  Site,
  Touch,
  Trust,
} from '@reftally/core';
import type { StoredConversion } from '../StoredConversion.js';
import type { Token } from '../Token.js';
import type { IdRow } from './IdSet.js';
import type { Prior } from './SiteState.js';

/**
 * One line of db.json. Rows of a site follow it, rows of a partner follow that; lists are cut into pieces, so that no line is long.
 * `totals` of the partner `''` are the direct ones; with a `trust` they are the part that is believed so far.
 */
export type StateRow =
  | { site: Site }
  | { partner: Partner }
  | { link: Link }
  | { token: Token }
  /** As before there were marks. */
  | { of: string; eventIds: string[] }
  | { of: string; ids: IdRow }
  | { of: string; forgotten: Forgotten }
  | { of: string; visitors: [visitor: string, touches: readonly Touch[]][] }
  | { of: string; customers: Customer[] }
  | { of: string; existing: ExistingCustomer[] }
  | { of: string; orders: Order[] }
  | { of: string; refundEvents: [event: string, prior: Prior][] }
  | { of: string; refunds: [refundId: string, prior: Prior][] }
  | { of: string; waiting: Refund[] }
  | { of: string; since: number; generation: 'current' | 'previous'; clicks: Click[] }
  | { of: string; conversions: StoredConversion[] }
  | { of: string; entries: LedgerEntry[] }
  | { of: string; payouts: Payout[] }
  | { of: string; arrivals: [partner: string, hour: number, raw: number, visitors: number][] }
  | { of: string; seenIn: [partner: string, client: string, at: number][] }
  | { of: string; partnerId: string; trust?: Trust; totals: [day: string, counts: Partial<Counts>][] }
  | { of: string; refused: [day: string, reasons: [Reason, number][]][] };
