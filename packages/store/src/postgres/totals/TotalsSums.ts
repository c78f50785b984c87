import { addCounts, type Counts, emptyCounts, type Interval } from '@reftally/core';
import type { TotalsRow } from '../../Totals.js';
import { tidyMoney } from '../../totals/tidyMoney.js';
import { PartnerList } from './PartnerList.js';
import type { NamedPartner } from './readNamed.js';

/** What of a row is added up; `partner` is `''` for direct. */
export type Sums = Pick<TotalsRow, 'partner' | 'counts' | 'commission'>;

/** Totals while they are added up, by period as they show it (`''`: the whole range) and by partner: what is added to becomes the answer. */
export class TotalsSums {
  readonly #periods = new Map<string, PartnerList<Sums>>();

  /** To be added to. */
  at(period: string, partner: string): Sums {
    let sums = this.#periods.get(period);
    if (!sums) {
      sums = new PartnerList(emptySums);
      this.#periods.set(period, sums);
    }
    return sums.at(partner);
  }

  /** Of every partner for the whole range, else of those for whom something happened in a period; in any order. Nothing may be added after it. */
  rowsOf(partners: readonly NamedPartner[], interval: Interval): TotalsRow[] {
    const isWhole = interval === 'total';
    if (isWhole && this.#periods.size === 0) return partners.map((named) => rowOf(named, '', emptySums()));
    const rows: TotalsRow[] = [];
    for (const [period, sums] of this.#periods)
      for (const named of partners) {
        const own = isWhole ? sums.at(named.id) : sums.find(named.id);
        if (own) rows.push(rowOf(named, period, own));
      }
    return rows;
  }

  /** Over all periods. */
  direct(): Counts {
    const sum = emptyCounts();
    for (const sums of this.#periods.values()) {
      const direct = sums.find('');
      if (direct) addCounts(sum, direct.counts);
    }
    return sum;
  }
}

function emptySums(partner = ''): Sums {
  return { partner, counts: emptyCounts(), commission: { held: [], payable: [], paid: [] } };
}

function rowOf({ id, code, name }: NamedPartner, period: string, { counts, commission }: Sums): TotalsRow {
  commission.held = tidyMoney(commission.held);
  commission.payable = tidyMoney(commission.payable);
  commission.paid = tidyMoney(commission.paid);
  if (period === '') return { partner: id, code, name, counts, commission };
  return { partner: id, code, name, period, counts, commission };
}
