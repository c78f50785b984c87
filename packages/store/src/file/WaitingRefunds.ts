import type { Refund } from '@reftally/core';
import type { Page, PageQuery } from '../Page.js';
import { comparePlaces } from './comparePlaces.js';
import { firstIndex } from './firstIndex.js';
import { insertSorted } from './insertSorted.js';
import { pageOf } from './pageOf.js';
import { placeOf } from './placeOf.js';

/** The refunds of one site whose orders have not been reported yet; one a refund id. */
export class WaitingRefunds {
  readonly #byId = new Map<string, Refund>();
  /** In the order of arrival. */
  readonly #byOrder = new Map<string, Refund[]>();
  readonly #timeline: Refund[] = [];

  /** Takes the place of one with the same refund id. */
  add(refund: Refund): void {
    this.drop(refund.refundId);
    this.#byId.set(refund.refundId, refund);
    const others = this.#byOrder.get(refund.orderId);
    if (others) others.push(refund);
    else this.#byOrder.set(refund.orderId, [refund]);
    insertSorted(this.#timeline, refund, placeOf.refund);
  }

  drop(refundId: string): void {
    const refund = this.#byId.get(refundId);
    if (!refund) return;
    this.#byId.delete(refundId);
    const others = this.of(refund.orderId).filter((other) => other !== refund);
    if (others.length > 0) this.#byOrder.set(refund.orderId, others);
    else this.#byOrder.delete(refund.orderId);
    const place = placeOf.refund(refund);
    this.#timeline.splice(
      firstIndex(this.#timeline, (other) => comparePlaces(placeOf.refund(other), place) >= 0),
      1,
    );
  }

  get(refundId: string): Refund | undefined {
    return this.#byId.get(refundId);
  }

  of(orderId: string): readonly Refund[] {
    return this.#byOrder.get(orderId) ?? [];
  }

  /** In the order of arrival, so that adding them again makes the same. */
  [Symbol.iterator](): Iterator<Refund> {
    return this.#byId.values();
  }

  /** Oldest first; `count` is that of all pages. */
  page(query: PageQuery): Page<Refund> & { count: number } {
    return { ...pageOf(this.#timeline, query, placeOf.refund), count: this.#timeline.length };
  }
}
