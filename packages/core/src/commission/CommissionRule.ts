import type { Money } from '../Money.js';

/** A calendar period of the site's time zone; `ever` is all of time. */
export type CalendarPeriod = 'month' | 'quarter' | 'year' | 'ever';

/** What one step of a table pays once more than `after` has been counted: purchases, or minor units of revenue. Percent or flat. */
export type TierStep = { after: number; percent?: string; flat?: Money };

/**
 * A table of rates by what the partner has brought in the period before this order: purchases of any currency, or revenue in `currency`.
 * The whole order earns by the step in which it begins; when `marginal`, each part of it by the step into which that part falls.
 */
export type Tiers = {
  by: 'purchases' | 'revenue';
  per: CalendarPeriod;
  currency?: string;
  marginal?: boolean;
  /** In ascending order; the first begins at 0. */
  steps: TierStep[];
};

/** How much one customer may bring a partner: paid orders, commission by currency, calendar months since the first credited conversion. */
export type CustomerCap = { orders?: number; money?: Money[]; months?: number };

/** How much a partner may earn in a period, by currency. */
export type PeriodCap = { money: Money[]; period: CalendarPeriod };

/**
 * What a partner earns on a conversion: exactly one of `percent`, `flat` and `tiers`, for the conversions that meet every condition given.
 * Caps count all that the partner has earned, whichever rule paid it; a currency that a cap does not name is not capped.
 */
export type CommissionRule = {
  on: 'purchase' | 'signup';
  /** Decimal string, 0 to 100. */
  percent?: string;
  flat?: Money;
  tiers?: Tiers;
  /** The conversions from this time (ms) on; all of them when absent. */
  from?: number;
  /** And before this time (ms). */
  until?: number;
  /** Only the lines of the order with one of these item ids, or of these categories (case does not matter). */
  products?: string[];
  categories?: string[];
  /** Only the first order of a customer, or only the later ones. */
  order?: 'first' | 'repeat';
  /** Only orders in these currencies. */
  currencies?: string[];
  capPerOrder?: Money[];
  capPerCustomer?: CustomerCap;
  capPerPeriod?: PeriodCap;
};
