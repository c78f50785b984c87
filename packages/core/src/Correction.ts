import type { Money } from './Money.js';
import type { Trust } from './Trust.js';

/** A later, more trusted report of an order, and what was believed before it. `at` in ms, of the report; `event` is its id. */
export type Correction = {
  event: string;
  at: number;
  trust: Trust;
  amount: Money;
  before: { trust: Trust; amount: Money; commission?: Money };
};
