import type { SortKey } from '../lib/SortKey.js';

type Column = { key: SortKey; label: string; money: boolean };

/** The columns of the list of partners, in order. */
export const COLUMNS: readonly Column[] = [
  { key: 'name', label: 'Partner', money: false },
  { key: 'clicks', label: 'Clicks', money: false },
  { key: 'visitors', label: 'Visitors', money: false },
  { key: 'signups', label: 'Signups', money: false },
  { key: 'purchases', label: 'Purchases', money: false },
  { key: 'refunds', label: 'Refunds', money: false },
  { key: 'revenue', label: 'Revenue', money: true },
  { key: 'held', label: 'Held', money: true },
  { key: 'payable', label: 'Payable', money: true },
  { key: 'paid', label: 'Paid', money: true },
];
