import type { Balance } from './balancesOf.js';
import type { Money } from './Money.js';
import type { Stage } from './stagesOf.js';

type Sum = Record<Stage, number> & { currency: string };

/** What a balance is added up in: minor units by stage and currency. Ten thousand of them are made for one answer, so it is a short list and not a map. */
export class BalanceSums {
  readonly #sums: Sum[] = [];

  /** Adds minor units, which may be negative. */
  add(stage: Stage, { currency, minor }: Money): void {
    this.#sumIn(currency)[stage] += minor;
  }

  /** One sum a currency, in alphabetical order, zeros left out. */
  toBalance(): Balance {
    this.#sums.sort((a, b) => (a.currency < b.currency ? -1 : 1));
    return { held: this.#moneyOf('held'), payable: this.#moneyOf('payable'), paid: this.#moneyOf('paid') };
  }

  #sumIn(currency: string): Sum {
    for (const sum of this.#sums) if (sum.currency === currency) return sum;
    const sum = { currency, held: 0, payable: 0, paid: 0 };
    this.#sums.push(sum);
    return sum;
  }

  #moneyOf(stage: Stage): Money[] {
    const money: Money[] = [];
    for (const { currency, [stage]: minor } of this.#sums) if (minor !== 0) money.push({ currency, minor });
    return money;
  }
}
