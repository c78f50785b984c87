import { PartnerList } from './PartnerList.js';

/** Something of each partner (`''`: direct) in each period as totals show it (`''`: the whole range). */
export class PartnersByPeriod<T extends { readonly partner: string }> {
  readonly #lists = new Map<string, PartnerList<T>>();
  readonly #make: (partner: string) => T;

  constructor(make: (partner: string) => T) {
    this.#make = make;
  }

  /** In the order in which they were first asked for by `at`. */
  get periods(): string[] {
    return [...this.#lists.keys()];
  }

  /** Made when there is none yet. */
  at(period: string, partner: string): T {
    let list = this.#lists.get(period);
    if (!list) {
      list = new PartnerList(this.#make);
      this.#lists.set(period, list);
    }
    return list.at(partner);
  }

  find(period: string, partner: string): T | undefined {
    return this.#lists.get(period)?.find(partner);
  }
}
