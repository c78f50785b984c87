import type { Counts } from '@reftally/core';
import type { DailyCounts } from '../src/file/DailyCounts.js';
import type { State } from '../src/file/State.js';

/** Of what a state holds, all that has to stay for ever; `money` is what it does not matter for how often somebody had visited before. */
export function summaryOf({ sites }: State) {
  const [site] = sites.values();
  if (!site) throw new Error('there is no site');
  const daily = ({ days }: DailyCounts) => Object.fromEntries([...days].sort());
  const totals = [site.direct, ...[...site.partners.values()].map(({ totals }) => totals)].map(daily);
  return {
    totals,
    refused: [...site.refused].map(([day, reasons]) => [day, [...reasons].sort()]).sort(),
    conversions: [...site.conversions.values()],
    orders: [...site.orders.values()],
    customers: [...site.customers.values()],
    tallies: [...site.partners.values()].map(({ tallies, credited }) => [
      tallies,
      credited.within(0, Infinity),
    ]),
    money: {
      ledger: site.ledger,
      orders: [...site.orders.values()],
      credited: [...site.conversions.values()].map(({ conversion }) => [conversion.id, conversion.partner]),
      totals: totals.map((days) =>
        Object.entries(days).flatMap(([day, counts]) => {
          const rest = withoutVisits(counts);
          return Object.keys(rest).length > 0 ? [[day, rest]] : [];
        }),
      ),
    },
  };
}

function withoutVisits({ clicks: _, uncounted: __, visitors: ___, ...counts }: Counts): object {
  return Object.fromEntries(
    Object.entries(counts).filter(([, value]) =>
      typeof value === 'number' ? value !== 0 : Object.keys(value).length > 0,
    ),
  );
}
