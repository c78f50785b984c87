import { codeKey, type TrackedEvent } from '@reftally/core';
import type { SiteState } from '../../file/SiteState.js';
import { KeySet } from './KeySet.js';
import { keyOf } from './keyOf.js';
import { siteKeys } from './siteKeys.js';
import { touchesByVisitor } from './touchesByVisitor.js';

type Asked = { site: string; id: string };
type Money = Extract<TrackedEvent, { type: 'purchase' | 'signup' | 'refund' }>;

const HOUR_MS = 3_600_000;
const DAY_MS = 86_400_000;

/**
 * Who may be credited for signups, purchases and refunds, and what is looked up about them. Events of a group follow one another, so what all of
 * them say of a visitor or a customer counts for each.
 */
export class MoneyKeys {
  readonly partners = siteKeys();
  readonly clients = new KeySet<Asked & { client: string }>(({ id, client }) => keyOf(id, client));
  readonly hours = new KeySet<Asked & { hour: number }>(({ id, hour }) => keyOf(id, `${hour}`));
  readonly spans = new KeySet<Asked & { since: number; at: number }>(({ id, at }) => keyOf(id, `${at}`));
  readonly conversions = siteKeys();

  /** Takes all events of a group that are of one site. */
  add(events: readonly TrackedEvent[], state: SiteState): void {
    const touches = touchesByVisitor(events, state);
    const money = events.filter((event) => isMoney(event) && !isKnown(event, state)) as Money[];
    const bound = new Map<string, Set<string>>();
    for (const event of money.sort(bySignup)) {
      const known = event.visitor === undefined ? event.touches : (touches.get(event.visitor) ?? []);
      const partners = this.#partnersOf(event, known, state);
      const customer = 'customerId' in event ? event.customerId : undefined;
      if (customer !== undefined) {
        const before = bound.get(customer) ?? new Set();
        bound.set(customer, before);
        for (const partner of partners) before.add(partner);
      }
      this.#ask(event, (customer !== undefined && bound.get(customer)) || partners, state);
    }
  }

  #partnersOf(event: Money, touches: TrackedEvent['touches'], state: SiteState): Set<string> {
    const { site } = event;
    const partners = new Set<string>();
    for (const { code, at } of touches) {
      const partner = state.links.get(codeKey(code))?.partner;
      if (partner === undefined) continue;
      partners.add(partner);
      this.hours.add({ site, id: partner, hour: Math.floor(at / HOUR_MS) });
    }
    const coupon = 'coupon' in event ? event.coupon : undefined;
    for (const partner of [
      coupon === undefined ? undefined : state.links.get(codeKey(coupon))?.partner,
      this.#customerPartner(event, state),
      this.#orderPartner(event, state),
    ])
      if (partner !== undefined) partners.add(partner);
    return partners;
  }

  #customerPartner(event: Money, state: SiteState): string | undefined {
    const id = 'customerId' in event ? event.customerId : undefined;
    const customer = id === undefined ? undefined : state.customers.get(id);
    const { partner, touch } = customer ?? {};
    if (partner !== undefined && touch)
      this.hours.add({ site: event.site, id: partner, hour: Math.floor(touch.at / HOUR_MS) });
    return partner;
  }

  #orderPartner(event: Money, state: SiteState): string | undefined {
    const order = event.type === 'signup' ? undefined : state.orders.get(event.orderId);
    if (order) this.conversions.add({ site: event.site, id: order.conversion });
    return order?.partner;
  }

  #ask({ site, client, at, type }: Money, partners: Iterable<string>, state: SiteState): void {
    const isCounted = type !== 'refund' && state.site.policy.fraud?.velocity !== undefined;
    for (const id of partners) {
      this.partners.add({ site, id });
      if (client !== undefined) this.clients.add({ site, id, client });
      if (isCounted) this.spans.add({ site, id, since: at - DAY_MS, at });
    }
  }
}

function isMoney({ type }: TrackedEvent): boolean {
  return type === 'purchase' || type === 'signup' || type === 'refund';
}

function isKnown({ id }: TrackedEvent, { converted }: SiteState): boolean {
  return converted.has(id);
}

/** Signups first: they may bind the customers of purchases. */
function bySignup(a: Money, b: Money): number {
  return Number(b.type === 'signup') - Number(a.type === 'signup');
}
