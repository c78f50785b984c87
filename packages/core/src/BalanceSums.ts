import type { Balance } from './balancesOf.js';
import type { Money } from './Money.js';
import type { Stage } from './stagesOf.js';

/** What a balance is added up in: minor units by stage and currency. */
export class BalanceSums {
  readonly #sums: Record<Stage, Map<string, number>> = {
    held: new Map(),
    payable: new Map(),
    paid: new Map(),
  };

  /** Adds minor units, which may be negative. */
  add(stage: Stage, { currency, minor }: Money): void {
    const sums = this.#sums[stage];
    sums.set(currency, (sums.get(currency) ?? 0) + minor);
  }

  /** One sum a currency, in alphabetical order, zeros left out. */
  toBalance(): Balance {
    const { held, payable, paid } = this.#sums;
    return { held: toMoney(held), payable: toMoney(payable), paid: toMoney(paid) };
  }
}

function toMoney(sums: ReadonlyMap<string, number>): Money[] {
  return [...sums]
    .filter(([, minor]) => minor !== 0)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([currency, minor]) => ({ currency, minor }));
}
