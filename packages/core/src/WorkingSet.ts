import type { Answer } from './Answer.js';
import type { Click } from './Click.js';
import type { Conversion } from './Conversion.js';
import type { Customer } from './Customer.js';
import type { CustomerTally } from './commission/CustomerTally.js';
import type { PartnerTerms } from './commission/PartnerTerms.js';
import type { Tally } from './commission/Tally.js';
import type { ExistingCustomer } from './ExistingCustomer.js';
import type { Forgotten } from './Forgotten.js';
import type { HourlyArrivals } from './fraud/HourlyArrivals.js';
import type { PartnerIdentity } from './fraud/PartnerIdentity.js';
import type { Order } from './Order.js';
import type { PartnerStatus } from './Partner.js';
import type { Touch } from './Touch.js';
import type { Refund } from './TrackedEvent.js';

/** Whose a code is, as it was registered. */
export type CodeOwner = {
  code: string;
  partner: string;
  status: PartnerStatus;
};

/** What a store knows that bears on one event; `decide` needs nothing else. */
export type WorkingSet = {
  /** IANA time zone of the site. */
  timeZone: string;
  /** The answer given before to this event id, or to this orderId, customerId (signup) or refundId. */
  prior?: Omit<Answer, 'status'>;
  /** The visitor's stored touches, oldest first. */
  touches: readonly Touch[];
  /** The customer whom the event names. */
  customer?: Customer;
  /** The same, if the shop has said that it was a customer before. */
  existing?: ExistingCustomer;
  /** The order that a refund names, or that a purchase reports again under a new event id. */
  order?: Order;
  /** What the order of a purchase that is reported again has become. */
  conversion?: Conversion;
  /** Refunds that nobody's order has met yet: those of the order that a purchase reports; the one with a refund's own id. */
  waiting?: readonly Refund[];
  /** What is older is not known any more, whether it was there or not. */
  forgotten?: Forgotten;
  /** Looks up any code that the event or a touch names; case does not matter. */
  codeOwner(code: string): CodeOwner | undefined;
  /** The partner of a binding: undefined when it is not known (any more). */
  partnerStatus(partner: string): PartnerStatus | undefined;
  /** The latest click of `event.client` with this code. */
  recentClick(code: string): Click | undefined;
  /** How many purchases of the event's customer are not wholly refunded, whoever was credited. Absent: none. */
  customerOrders?: number;
  /** What is agreed with a partner beyond the policy. */
  partnerTerms?(partner: string): PartnerTerms | undefined;
  /** By what a partner would be recognised as the event's customer. */
  partnerIdentity?(partner: string): PartnerIdentity | undefined;
  /** What a partner's links brought in the hour of a time (ms). */
  arrivalsAt?(partner: string, time: number): HourlyArrivals | undefined;
  /** How many conversions a partner was credited with after `from` and not after `to` (ms). */
  creditedWithin?(partner: string, from: number, to: number): number;
  /** What has been counted for a partner in a month (`YYYY-MM`) or `ever`. */
  partnerTally?(partner: string, period: string): Tally | undefined;
  /** What the event's customer has brought a partner. */
  customerTally?(partner: string): CustomerTally | undefined;
};
