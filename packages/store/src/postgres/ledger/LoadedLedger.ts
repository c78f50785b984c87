import type { PayoutLine, PayoutTerms } from '@reftally/core';
import type { Fact } from '../../file/Fact.js';
import { FileLedger } from '../../file/FileLedger.js';
import type { SiteState } from '../../file/SiteState.js';

/** The ledger of a site of which the database has summed up what is payable; keeps the fact that a change has made. */
export class LoadedLedger extends FileLedger {
  readonly #lines: readonly PayoutLine[];
  readonly #facts: Fact[];

  constructor(site: SiteState, lines: readonly PayoutLine[] = []) {
    const facts: Fact[] = [];
    super(
      site,
      async (fact) => {
        facts.push(fact);
      },
      async () => {},
    );
    this.#lines = lines;
    this.#facts = facts;
  }

  /** What has been changed, if anything. */
  get fact(): Fact | undefined {
    return this.#facts[0];
  }

  override preview({ thresholds = {} }: PayoutTerms): PayoutLine[] {
    return this.#lines.filter(({ currency, minor }) => minor > 0 && minor >= (thresholds[currency] ?? 0));
  }
}
