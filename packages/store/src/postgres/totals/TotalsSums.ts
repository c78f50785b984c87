import { addCounts, type Counts, emptyCounts, type Interval } from '@reftally/core';
import type { TotalsRow } from '../../Totals.js';
import { tidyMoney } from '../../totals/tidyMoney.js';
import { PartnersByPeriod } from './PartnersByPeriod.js';
import type { NamedPartner } from './readNamed.js';

/** What of a row is added up; `partner` is `''` for direct. */
export type Sums = Pick<TotalsRow, 'partner' | 'counts' | 'commission'>;

/** Totals while they are added up, by period as they show it (`''`: the whole range) and by partner: what is added to becomes the answer. */
export class TotalsSums {
  readonly #sums = new PartnersByPeriod<Sums>(emptySums);

  /** To be added to. */
  at(period: string, partner: string): Sums {
    return this.#sums.at(period, partner);
  }

  /** Of every partner for the whole range, else of those for whom something happened in a period; in any order. Nothing may be added after it. */
  rowsOf(partners: readonly NamedPartner[], interval: Interval): TotalsRow[] {
    if (interval === 'total') return partners.map((named) => rowOf(named, '', this.#sums.at('', named.id)));
    const rows: TotalsRow[] = [];
    for (const period of this.#sums.periods)
      for (const named of partners) {
        const own = this.#sums.find(period, named.id);
        if (own) rows.push(rowOf(named, period, own));
      }
    return rows;
  }

  /** Over all periods. */
  direct(): Counts {
    const sum = emptyCounts();
    for (const period of this.#sums.periods) {
      const direct = this.#sums.find(period, '');
      if (direct) addCounts(sum, direct.counts);
    }
    return sum;
  }
}

function emptySums(partner: string): Sums {
  return { partner, counts: emptyCounts(), commission: { held: [], payable: [], paid: [] } };
}

function rowOf({ id, code, name }: NamedPartner, period: string, { counts, commission }: Sums): TotalsRow {
  commission.held = tidyMoney(commission.held);
  commission.payable = tidyMoney(commission.payable);
  commission.paid = tidyMoney(commission.paid);
  if (period === '') return { partner: id, code, name, counts, commission };
  return { partner: id, code, name, period, counts, commission };
}
