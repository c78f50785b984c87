import type { Conversion, TrackedEvent } from '@reftally/core';
import type { Field } from '../field/world/Field.js';

/** What the collector has counted, by the keys of `reportOf`. */
export class Books {
  /** How often; what is not there was never counted. */
  readonly counts = new Map<string, number>();
  readonly conversions: readonly Conversion[];
  /** Minor units that the credited orders of each code are worth after refunds: `bob EUR`. */
  readonly revenue = new Map<string, number>();

  /** Reads the log in the collector's folder. */
  constructor(field: Field) {
    const outcomes = field.outcomes();
    this.conversions = outcomes.flatMap(({ conversion }) => (conversion ? [conversion] : []));
    for (const { event } of outcomes) {
      const key = keyOf(event);
      if (key) this.counts.set(key, (this.counts.get(key) ?? 0) + 1);
    }
    for (const { code, amount } of this.conversions)
      if (amount) this.#earn(code, amount.currency, amount.minor);
    for (const { event, refundId } of outcomes)
      if (refundId && event.type === 'refund') this.#refund(event.orderId, event.amount?.minor ?? 0);
  }

  #earn(code: string | undefined, currency: string, minor: number): void {
    const key = `${code} ${currency}`;
    this.revenue.set(key, (this.revenue.get(key) ?? 0) + minor);
  }

  #refund(orderId: string, minor: number): void {
    const order = this.conversions.find((one) => one.orderId === orderId);
    this.#earn(order?.code, order?.amount?.currency ?? '', -minor);
  }
}

function keyOf(event: TrackedEvent): string | undefined {
  if (event.type === 'signup') return `signup ${event.customerId.slice(1)}`;
  if (event.type === 'purchase') return `purchase ${event.orderId.slice(1)}`;
  if (event.type === 'refund') return `refund ${event.refundId.slice(1)}`;
  return event.type === 'custom' ? `step ${event.props?.n}` : undefined;
}
