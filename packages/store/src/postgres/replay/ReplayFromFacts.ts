import type { ReplayReport } from '@reftally/core';
import { emptyState } from '../../file/emptyState.js';
import type { Fact } from '../../file/Fact.js';
import { fold } from '../../file/fold.js';
import { Replay } from '../../file/Replay.js';
import type { ReplayQuery } from '../../ReplayQuery.js';

/**
 * A history that is decided again as far back as all that bears on an event is known: where visits have been forgotten, those of before the first fact
 * that is left whole are not. What came before stays as it was decided.
 */
export class ReplayFromFacts {
  readonly #query: ReplayQuery;
  readonly #retentionDays: number;
  readonly #hasForgotten: boolean;
  readonly #begun = emptyState();
  #replay: Replay | undefined;

  constructor(query: ReplayQuery, retentionDays: number, hasForgotten: boolean) {
    this.#query = query;
    this.#retentionDays = retentionDays;
    this.#hasForgotten = hasForgotten;
  }

  /** `isKept`: it is what is left of a time whose visits are forgotten. */
  take(fact: Fact, isKept: boolean): void {
    const isBefore = isKept || (this.#hasForgotten && !('outcome' in fact));
    if (!this.#replay && isBefore) fold(this.#begun, fact);
    else this.#begin(fact).take(fact);
  }

  report(): ReplayReport {
    return this.#begin().report();
  }

  #begin(first?: Fact): Replay {
    const knownSince =
      this.#hasForgotten && first && 'outcome' in first ? first.outcome.decidedAt : undefined;
    const retentionDays = this.#retentionDays;
    this.#replay ??= new Replay(this.#query, { begun: this.#begun, knownSince, retentionDays });
    return this.#replay;
  }
}
