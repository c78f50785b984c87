import type { Refund } from '@reftally/core';
import type { SiteState } from '../../file/SiteState.js';
import type { State } from '../../file/State.js';

/**
 * Of a site what bears on the events of a group, in the shape in which the file store holds all of it, so that the same functions decide
 * and fold; and which rows the database has, with their text where it may stay what it is.
 */
export type PartialSite = {
  state: SiteState;
  /** In which the site is the only one. */
  all: State;
  /** When events came (ms) that have become nothing else, by id. */
  events: Map<string, number>;
  /** By id. */
  visitors: Map<string, string>;
  /** By `keyOf(client, code)`. */
  clicks: Map<string, string>;
  /** By id. */
  customers: Map<string, string>;
  /** By `keyOf(customer, partner)`. */
  customerTallies: Map<string, string>;
  refunds: Set<string>;
  /** Refunds that wait, and those of the group, by refund id. */
  refundEvents: Map<string, Refund>;
  conversions: Set<string>;
  /** Those whose chains are locked. */
  accounts: Set<string>;
  /** By `keyOf(partner, period)`. */
  tallies: Map<string, string>;
  /** Conversions whose entries a review holds. */
  inReview: Set<string>;
};
