import type { Answer } from './Answer.js';
import type { Click } from './Click.js';
import type { Conversion } from './Conversion.js';
import type { Customer } from './Customer.js';
import type { Delta } from './Delta.js';
import type { LedgerEntry } from './LedgerEntry.js';
import type { Order } from './Order.js';
import type { SettledRefund } from './SettledRefund.js';
import type { Touch } from './Touch.js';
import type { TrackedEvent } from './TrackedEvent.js';

/**
 * Everything that one event changes: the fact that a store commits atomically and a fold applies without deciding again.
 * Parts that are empty are absent. A duplicate changes nothing and is not stored.
 */
export type Outcome = {
  answer: Answer;
  /** When it was decided (ms). */
  decidedAt: number;
  event: TrackedEvent;
  /** New touches of `event.visitor`. */
  touches?: Touch[];
  clicks?: Click[];
  conversion?: Conversion;
  /** The new or changed customer, order. */
  customer?: Customer;
  order?: Order;
  /** A refund that now counts, or waits. */
  refundId?: string;
  /** The event is a refund of an order that nobody has reported yet: it is kept, and applies when the order comes. */
  waits?: true;
  /** Refunds that had waited for this order, in the order in which they were applied. */
  settled?: SettledRefund[];
  entries?: LedgerEntry[];
  deltas?: Delta[];
};
