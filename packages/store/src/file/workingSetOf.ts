import {
  type Click,
  type CodeOwner,
  type Conversion,
  type Customer,
  type CustomerTally,
  codeKey,
  type ExistingCustomer,
  type Forgotten,
  type HourlyArrivals,
  type Order,
  type PartnerIdentity,
  type PartnerStatus,
  type PartnerTerms,
  type Refund,
  type Tally,
  type Touch,
  type TrackedEvent,
  type WorkingSet,
} from '@reftally/core';
import { keptTouches } from './keptTouches.js';
import { leastMark } from './leastMark.js';
import { priorOf } from './priorOf.js';
import type { CustomerState, Prior, SiteState } from './SiteState.js';

const NO_TOUCHES: readonly Touch[] = [];
const NO_REFUNDS: readonly Refund[] = [];

/** All that a site's state knows and that bears on one event; `forgotten` is not seen, whether it is there still or not. */
export function workingSetOf(site: SiteState, event: TrackedEvent, forgotten?: Forgotten): WorkingSet {
  const set = new SiteWorkingSet(site, event, forgotten);
  const prior = priorOf(site, event, forgotten);
  const customer =
    'customerId' in event && event.customerId ? site.customers.get(event.customerId) : undefined;
  const asksForOrder = event.type === 'purchase' || event.type === 'refund';
  const isKnown = asksForOrder && site.eventIds.markOf(event.id) >= leastMark(forgotten);
  const order = orderOf(site, event, isKnown);
  const waiting = waitingOf(site, event, isKnown);
  if (prior) set.prior = prior;
  if (customer) set.customer = customer;
  if (order) set.order = order;
  if (waiting.length > 0) set.waiting = waiting;
  if (event.type === 'purchase' && order) set.loadConversion(order);
  else if (event.type === 'purchase' || event.type === 'signup') set.load(event.customerId);
  return set;
}

function orderOf(site: SiteState, event: TrackedEvent, isKnown: boolean): Order | undefined {
  if (event.type === 'refund') return site.orders.get(event.orderId);
  return event.type === 'purchase' && !isKnown ? site.orders.get(event.orderId) : undefined;
}

function waitingOf(site: SiteState, event: TrackedEvent, isKnown: boolean): readonly Refund[] {
  if (event.type === 'purchase') return site.waiting.of(event.orderId);
  const known = event.type === 'refund' && !isKnown ? site.waiting.get(event.refundId) : undefined;
  return known ? [known] : NO_REFUNDS;
}

/** A class, so that an event costs one object and no closures. */
class SiteWorkingSet implements WorkingSet {
  readonly timeZone: string;
  readonly touches: readonly Touch[];
  forgotten?: Forgotten;
  prior?: Prior;
  customer?: Customer;
  existing?: ExistingCustomer;
  order?: Order;
  conversion?: Conversion;
  waiting?: readonly Refund[];
  readonly #site: SiteState;
  readonly #client: string | undefined;
  #customer?: CustomerState;
  customerOrders?: number;

  constructor(site: SiteState, { visitor, client }: TrackedEvent, forgotten: Forgotten | undefined) {
    this.timeZone = site.site.timeZone;
    const touches = (visitor !== undefined && site.visitors.get(visitor)) || NO_TOUCHES;
    this.touches = keptTouches(touches, forgotten);
    if (forgotten) this.forgotten = forgotten;
    this.#site = site;
    this.#client = client;
  }

  codeOwner(code: string): CodeOwner | undefined {
    const link = this.#site.links.get(codeKey(code));
    const owner = link && this.#site.partners.get(link.partner)?.partner;
    return link && owner && { code: link.code, partner: owner.id, status: owner.status };
  }

  partnerStatus(partner: string): PartnerStatus | undefined {
    return this.#site.partners.get(partner)?.partner.status;
  }

  /** Of an order that is reported again, and what is known of its customer. */
  loadConversion({ conversion }: Order): void {
    const stored = this.#site.conversions.get(conversion);
    if (!stored) return;
    this.conversion = stored.conversion;
    this.load(stored.conversion.customerId);
  }

  /** What only money needs. */
  load(customerId: string | undefined): void {
    if (customerId === undefined) return;
    const existing = this.#site.existing.get(customerId);
    if (existing) this.existing = existing;
    const state = this.#site.customerStates.get(customerId);
    if (!state) return;
    this.#customer = state;
    this.customerOrders = state.orders;
  }

  partnerTerms(partner: string): PartnerTerms | undefined {
    return this.#site.partners.get(partner)?.partner;
  }

  partnerIdentity(partner: string): PartnerIdentity | undefined {
    return this.#site.partners.get(partner)?.identity;
  }

  arrivalsAt(partner: string, time: number): HourlyArrivals | undefined {
    return this.#site.partners.get(partner)?.arrivals.at(time);
  }

  creditedWithin(partner: string, from: number, to: number): number {
    return this.#site.partners.get(partner)?.credited.within(from, to) ?? 0;
  }

  partnerTally(partner: string, period: string): Tally | undefined {
    return this.#site.partners.get(partner)?.tallies.get(period);
  }

  customerTally(partner: string): CustomerTally | undefined {
    return this.#customer?.partners.get(partner);
  }

  recentClick(code: string): Click | undefined {
    return this.#client === undefined ? undefined : this.#site.clicks.latest(code, this.#client);
  }
}
