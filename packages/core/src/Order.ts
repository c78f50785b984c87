import type { Item } from './Item.js';
import type { Money } from './Money.js';
import type { Trust } from './Trust.js';

/** What has been refunded of a line by its id, and how much that was in minor units. */
export type ReturnedLine = { id: string; quantity: number; minor: number };

/** What is known of one order: all amounts in minor units of `amount.currency`. */
export type Order = {
  orderId: string;
  conversion: string;
  amount: Money;
  trust: Trust;
  partner?: string;
  /** The lines as the shop reported them. */
  items?: Item[];
  /** How many orders its customer had when it came; absent: none. */
  customerOrders?: number;
  refunded: number;
  /** What of it was refunded by lines. */
  returned?: ReturnedLine[];
  earned: number;
  clawedBack: number;
  /** Its conversion is rejected: `earned` and `clawedBack` are what they would be, and nothing of it is in the ledger or counts for caps. */
  rejected?: true;
  /** When its earning becomes payable (ms). */
  payableAt: number;
};
