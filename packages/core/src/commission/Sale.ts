import type { Item } from '../Item.js';
import type { Money } from '../Money.js';
import type { Trust } from '../Trust.js';
import type { WorkingSet } from '../WorkingSet.js';

/** What commission looks at of a conversion. */
export type Sale = {
  type: 'signup' | 'purchase';
  at: number;
  trust: Trust;
  partner: string;
  amount?: Money;
  items?: Item[];
  customerId?: string;
};

/** What it needs to know besides: what has been agreed and counted. */
export type SaleHistory = Pick<
  WorkingSet,
  'timeZone' | 'customerOrders' | 'partnerTerms' | 'partnerTally' | 'customerTally'
>;
