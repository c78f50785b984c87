import type { Item } from './Item.js';
import type { Money } from './Money.js';
import type { RefundLine } from './RefundLine.js';
import type { Trust } from './Trust.js';

/** A property of an event beyond those that Reftally knows. */
export type Prop = string | number | boolean | null;

type Base = {
  /** Unique per site, given by the sender; the key of de-duplication. */
  id: string;
  site: string;
  /** When it happened, by the collector's clock (ms). */
  at: number;
  trust: Trust;
  /** When it happened by its sender, on the collector's clock (ms), where `at` is later: nothing is taken to be older than a week. */
  stated?: number;
  /** A server has said when it happened; a page always does. */
  dated?: true;
  visitor?: string;
  /** Salted hash of address and browser, only for events that carry a code. */
  client?: string;
  /** The codes that the sender knows of: first and latest, oldest first. */
  touches: { code: string; at: number }[];
  url?: string;
  referrer?: string;
  /** The name of the ad click id in the page's address. */
  ad?: string;
  props?: Record<string, Prop>;
};

/** Sent by a browser that says that it is a robot. */
type Sent = { bot?: true };

/** Unique everywhere, made on arrival; names the conversion or ledger entry that the event may become. */
type Identified = { uid: string };

export type Pageview = Base & { type: 'pageview' };
/** A visit through `/l/CODE`; made by the collector only. `bot` when the browser says that it is one. */
export type LinkClick = Base & { type: 'click'; code: string; bot: boolean };
export type Signup = Base &
  Identified &
  Sent & {
    type: 'signup';
    customerId: string;
    emailHash?: string;
    coupon?: string;
  };
export type Purchase = Base &
  Identified &
  Sent & {
    type: 'purchase';
    orderId: string;
    amount: Money;
    /** What the customer got off. */
    discount?: Money;
    customerId?: string;
    coupon?: string;
    items?: Item[];
  };
/** By `items`, or by `amount`; with neither: all that is left of the order. */
export type Refund = Base &
  Identified & {
    type: 'refund';
    orderId: string;
    refundId: string;
    amount?: Money;
    items?: RefundLine[];
  };
export type CustomEvent = Base & { type: 'custom'; name: string };

/** What happened, checked and with the clock corrected; immutable. */
export type TrackedEvent = Pageview | LinkClick | Signup | Purchase | Refund | CustomEvent;
