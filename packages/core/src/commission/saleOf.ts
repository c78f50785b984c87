import type { Purchase, Signup } from '../TrackedEvent.js';
import type { Sale } from './Sale.js';

/** A signup or purchase credited to a partner, as commission looks at it. */
export function saleOf(event: Signup | Purchase, partner: string): Sale {
  const { type, at, trust, customerId } = event;
  const sale: Sale = { type, at, trust, partner };
  if (customerId !== undefined) sale.customerId = customerId;
  if (event.type === 'signup') return sale;
  sale.amount = event.amount;
  if (event.items) sale.items = event.items;
  return sale;
}
