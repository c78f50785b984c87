import type { Customer } from './Customer.js';
import type { Currency } from './currencies.js';
import type { Session } from './Session.js';

/** What a page has to know about the request that it answers. */
export interface Visit {
  /** Path of the page, without query. */
  readonly path: string;
  readonly currency: Currency;
  readonly session: Session | undefined;
  readonly customer: Customer | undefined;
  /** How many things lie in the cart. */
  readonly inCart: number;
  readonly collectorUrl: string;
  readonly siteKey: string;
}
