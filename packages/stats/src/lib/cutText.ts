import type { Cut } from '@reftally/core';
import { formatMoney } from './formatMoney.js';
import { plural } from './plural.js';

const PERIODS = { month: ' in a month', quarter: ' in a quarter', year: ' in a year', ever: '' } as const;

function capText({ by, limit, used = 0, period = 'ever' }: Cut, money: (minor: number) => string): string {
  if (by === 'customer-months') return `a customer counts for ${plural(limit, 'month')}`;
  if (by === 'customer-orders')
    return `a customer counts for ${plural(limit, 'order')}, and ${used} came before`;
  if (by === 'order') return `one order earns ${money(limit)} at most`;
  const most =
    by === 'period'
      ? `${money(limit)} at most${PERIODS[period]}`
      : `one customer earns ${money(limit)} at most`;
  return used > 0 ? `${most}, and ${money(used)} came before` : most;
}

/** What a cap took away and why: `€2.00 less: one order earns €4.00 at most`. */
export function cutText(cut: Cut, currency: string, locale?: string): string {
  const money = (minor: number) => formatMoney({ currency, minor }, locale);
  return `${money(cut.minor)} less: ${capText(cut, money)}`;
}
