import { addCounts, type Counts, emptyCounts, type Interval } from '@reftally/core';
import type { TotalsRow } from '../../Totals.js';
import { tidyMoney } from '../../totals/tidyMoney.js';
import { itemAt } from './itemAt.js';
import type { NamedPartner } from './readNamed.js';

/** What of a row is added up. */
export type Sums = Pick<TotalsRow, 'counts' | 'commission'>;

const emptySums = (): Sums => ({ counts: emptyCounts(), commission: { held: [], payable: [], paid: [] } });

/** Totals while they are added up, by period as they show it (`''`: the whole range) and by partner (`''`: direct): what is added to becomes the answer. */
export class TotalsSums {
  readonly #periods = new Map<string, Map<string, Sums>>();

  /** To be added to. */
  at(period: string, partner: string): Sums {
    return itemAt(this.#periods, period, partner, emptySums);
  }

  /** Of every partner for the whole range, else of those for whom something happened in a period; in any order. Nothing may be added after it. */
  rowsOf(partners: readonly NamedPartner[], interval: Interval): TotalsRow[] {
    const rows: TotalsRow[] = [];
    if (interval === 'total' && !this.#periods.has('')) this.#periods.set('', new Map());
    for (const [period, sums] of this.#periods)
      for (const partner of partners) {
        const own = sums.get(partner.id) ?? (interval === 'total' ? emptySums() : undefined);
        if (own) rows.push(rowOf(partner, period, own));
      }
    return rows;
  }

  /** Over all periods. */
  direct(): Counts {
    const sum = emptyCounts();
    for (const partners of this.#periods.values()) {
      const direct = partners.get('');
      if (direct) addCounts(sum, direct.counts);
    }
    return sum;
  }
}

function rowOf({ id, code, name }: NamedPartner, period: string, { counts, commission }: Sums): TotalsRow {
  commission.held = tidyMoney(commission.held);
  commission.payable = tidyMoney(commission.payable);
  commission.paid = tidyMoney(commission.paid);
  if (period === '') return { partner: id, code, name, counts, commission };
  return { partner: id, code, name, period, counts, commission };
}
