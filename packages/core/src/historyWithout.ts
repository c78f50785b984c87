import type { SaleHistory } from './commission/Sale.js';
import type { Tally } from './commission/Tally.js';
import type { Order } from './Order.js';

/**
 * What has been counted besides one order and its customer, so that the order can be priced anew as if it came now. `month` (`YYYY-MM`)
 * is the one in which the order counts.
 */
export function historyWithout(order: Order, month: string, set: SaleHistory): SaleHistory {
  const { timeZone } = set;
  const stands = Number(!order.rejected && (order.refunded === 0 || order.refunded < order.amount.minor));
  const history: SaleHistory = {
    timeZone,
    customerOrders: order.customerOrders ?? 0,
    partnerTally: (partner, period) => {
      const tally = set.partnerTally?.(partner, period);
      if (!tally || (period !== month && period !== 'ever')) return tally;
      return tallyWithout(tally, order, stands);
    },
    customerTally: (partner) => {
      const tally = set.customerTally?.(partner);
      if (!tally) return undefined;
      const paid = tally.paid - (order.earned > 0 ? stands : 0);
      return { since: tally.since, paid, earned: less(tally.earned, order, netOf(order)) };
    },
  };
  if (set.partnerTerms) history.partnerTerms = (partner) => set.partnerTerms?.(partner);
  return history;
}

function tallyWithout({ purchases, revenue, earned }: Tally, order: Order, stands: number): Tally {
  return {
    purchases: purchases - stands,
    revenue: less(revenue, order, order.rejected ? 0 : order.amount.minor - order.refunded),
    earned: less(earned, order, netOf(order)),
  };
}

/** What is rejected has not been counted. */
function netOf({ earned, clawedBack, rejected }: Order): number {
  return rejected ? 0 : earned - clawedBack;
}

function less(sums: Record<string, number>, { amount }: Order, minor: number): Record<string, number> {
  return { ...sums, [amount.currency]: (sums[amount.currency] ?? 0) - minor };
}
