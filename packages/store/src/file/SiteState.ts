import type {
  ChainedEntry,
  Customer,
  CustomerTally,
  ExistingCustomer,
  Forgotten,
  Link,
  Order,
  Payout,
  Reason,
  Site,
  Touch,
  WorkingSet,
} from '@reftally/core';
import type { StoredConversion } from '../StoredConversion.js';
import type { DailyCounts } from './DailyCounts.js';
import type { IdSet } from './IdSet.js';
import type { PartnerState } from './PartnerState.js';
import type { RecentClicks } from './RecentClicks.js';
import type { ReviewQueues } from './ReviewQueues.js';
import type { WaitingRefunds } from './WaitingRefunds.js';

/** The answer to give again to what has been answered before. */
export type Prior = NonNullable<WorkingSet['prior']>;

/** How many orders of a customer stand, and what each partner has earned by them. */
export type CustomerState = { orders: number; partners: Map<string, CustomerTally> };

/** All about one site. */
export type SiteState = {
  site: Site;
  /** By id. */
  partners: Map<string, PartnerState>;
  /** Oldest first. */
  partnerOrder: PartnerState[];
  /** By `codeKey`. */
  links: Map<string, Link>;
  /** Oldest first. */
  linkOrder: Link[];
  /** What it has forgotten; absent: nothing. */
  forgotten?: Forgotten;
  /** The ids of all events that are known. */
  eventIds: IdSet;
  /** Event id of a conversion → id of the conversion. */
  converted: Map<string, string>;
  /** Event id of a refund, or of a correction that was refused → its answer. */
  refundEvents: Map<string, Prior>;
  /** Refund id → its answer, of those that count or wait. */
  refunds: Map<string, Prior>;
  waiting: WaitingRefunds;
  /** By visitor id; touches oldest first. */
  visitors: Map<string, readonly Touch[]>;
  customers: Map<string, Customer>;
  /** Whom the shop had before, by customer id. */
  existing: Map<string, ExistingCustomer>;
  /** By (importedAt, customerId). */
  existingOrder: ExistingCustomer[];
  orders: Map<string, Order>;
  /** By customer id; not stored, see `foldTally`. */
  customerStates: Map<string, CustomerState>;
  clicks: RecentClicks;
  /** By id. */
  conversions: Map<string, StoredConversion>;
  /** By (at, id). */
  timeline: StoredConversion[];
  reviewed: ReviewQueues;
  /** All entries, in the order of the log. */
  ledger: ChainedEntry[];
  /** Those made by hand, by id. */
  adjustments: Map<string, ChainedEntry>;
  payouts: Map<string, Payout>;
  /** By (createdAt, id). */
  payoutOrder: Payout[];
  direct: DailyCounts;
  /** By day. */
  refused: Map<string, Map<Reason, number>>;
};
