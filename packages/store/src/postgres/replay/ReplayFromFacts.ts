import type { ReplayReport } from '@reftally/core';
import { emptyState } from '../../file/emptyState.js';
import type { Fact } from '../../file/Fact.js';
import { fold } from '../../file/fold.js';
import { Replay } from '../../file/Replay.js';
import { siteIn } from '../../file/siteIn.js';
import type { ReplayQuery } from '../../ReplayQuery.js';

const DAY_MS = 86_400_000;

/**
 * A history that is decided again as far back as all that bears on an event is known: where visits have been forgotten, from one window after the oldest
 * that are left. What came before stays as it was decided.
 */
export class ReplayFromFacts {
  readonly #query: ReplayQuery;
  readonly #retentionDays: number;
  readonly #hasForgotten: boolean;
  readonly #begun = emptyState();
  #replay: Replay | undefined;
  #from: number | undefined;

  constructor(query: ReplayQuery, retentionDays: number, hasForgotten: boolean) {
    this.#query = query;
    this.#retentionDays = retentionDays;
    this.#hasForgotten = hasForgotten;
  }

  /** `isKept`: it is what is left of a time whose visits are forgotten. */
  take(fact: Fact, isKept: boolean): void {
    if (!this.#replay && (isKept || this.#isTooEarly(fact))) fold(this.#begun, fact);
    else this.#begin().take(fact);
  }

  report(): ReplayReport {
    return this.#begin().report();
  }

  #begin(): Replay {
    this.#replay ??= new Replay(this.#query, this.#begun, this.#retentionDays);
    return this.#replay;
  }

  #isTooEarly(fact: Fact): boolean {
    if (!this.#hasForgotten) return false;
    if (!('outcome' in fact)) return true;
    const { decidedAt } = fact.outcome;
    this.#from ??= decidedAt + this.#windowDays() * DAY_MS;
    return decidedAt < this.#from;
  }

  /** A visit counts to the day. */
  #windowDays(): number {
    const { site, policy } = this.#query;
    const { windowDays } = siteIn(this.#begun, site).site.policy;
    return Math.max(windowDays, policy.windowDays ?? 0) + 1;
  }
}
