import type { CalendarPeriod } from './CommissionRule.js';

/** The rate at which a part of an order earned; `after`: the step of a table. Amounts in minor units. */
export type AppliedRate = { percent?: string; amount?: number; flat?: number; after?: number };

/** What a cap took away: `limit` is what it allows, `used` what had been counted before; money in minor units. */
export type Cut = {
  by: 'order' | 'customer-orders' | 'customer-months' | 'customer-money' | 'period';
  limit: number;
  used?: number;
  period?: CalendarPeriod;
  minor: number;
};

/** One line of the order: its share of the order's amount and of the commission, in minor units. */
export type EarningLine = { id: string; amount: number; minor: number };

/** What one rule paid. */
export type EarningPart = {
  /** Whose list the rule is in, and its place there, from 1. */
  list: 'partner' | 'group' | 'site';
  rule: number;
  group?: string;
  /** Of the partner's own list; the site's policy has its version in the receipt. */
  version?: number;
  rates: AppliedRate[];
  /** What a table of rates looked up: how much had been counted before this order (purchases, or minor units). */
  tier?: { by: 'purchases' | 'revenue'; per: CalendarPeriod; before: number };
  /** The lines that the rule took, when it did not take the whole order. */
  lines?: EarningLine[];
  cuts?: Cut[];
  /** What is left after the caps. */
  minor: number;
};

/** How a credited conversion's commission came about: the parts add up to it. */
export type Earning = {
  /** The calendar month (`YYYY-MM`, site's time zone) in which it counts. */
  month: string;
  currency?: string;
  parts?: EarningPart[];
  /** Why there is nothing: the report is not trusted enough, or no rule applies. */
  none?: 'untrusted' | 'no-rule';
};
