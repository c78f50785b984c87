import { dayOf, type ExistingCustomer, type Outcome, type ReplayReport, ReplayTally } from '@reftally/core';
import type { ReplayQuery } from '../ReplayQuery.js';
import type { Fact } from './Fact.js';
import { fold } from './fold.js';
import { foldExisting } from './foldExisting.js';
import { foldOutcome } from './foldOutcome.js';
import { forgottenAt } from './forgottenAt.js';
import { isAllKnown } from './isAllKnown.js';
import { isKnownCustomer } from './isKnownCustomer.js';
import type { ReplayStart } from './ReplayStart.js';
import { replayOutcome } from './replayOutcome.js';
import { replayReview } from './replayReview.js';
import type { SiteState } from './SiteState.js';
import type { State } from './State.js';
import { siteIn } from './siteIn.js';

/** A history that is decided again, fact by fact in the order of its log; sites, partners and links change as they did. */
export class Replay {
  readonly #state: State;
  readonly #tally = new ReplayTally();
  readonly #query: ReplayQuery;
  readonly #retentionDays: number;
  readonly #knownSince: number | undefined;
  #kept: number;

  constructor(query: ReplayQuery, { begun, knownSince, retentionDays = 0 }: ReplayStart) {
    this.#retentionDays = retentionDays;
    this.#knownSince = knownSince;
    this.#query = query;
    this.#state = begun;
    this.#kept = begun.sites.get(query.site)?.conversions.size ?? 0;
  }

  /** What is by hand (payouts, adjustments) no policy decides. */
  take(fact: Fact): void {
    if ('payout' in fact || 'adjustment' in fact || 'token' in fact || 'taken' in fact) return;
    if ('review' in fact) this.#takeVerdict(fact);
    else if ('existing' in fact) takeImport(siteIn(this.#state, fact.of), fact.existing);
    else if ('outcome' in fact) this.#takeOutcome(fact.outcome);
    else fold(this.#state, fact);
  }

  /** How what was decided again differs from what was. */
  report(): ReplayReport {
    const report = this.#tally.report();
    return this.#kept > 0 ? { ...report, kept: this.#kept } : report;
  }

  #takeOutcome(outcome: Outcome): void {
    const { site: id, policy } = this.#query;
    if (outcome.event.site !== id) return;
    const site = siteIn(this.#state, id);
    if (!this.#isAllKnown(site, outcome)) {
      foldOutcome(site, outcome);
      if (outcome.conversion) this.#kept++;
      return;
    }
    const again = replayOutcome(site, outcome, policy, this.#retentionDays);
    if (isWithin(outcome.event, this.#query, site.site.timeZone)) this.#tally.add(outcome, again);
  }

  #isAllKnown({ site }: SiteState, outcome: Outcome): boolean {
    if (this.#knownSince === undefined) return true;
    const windowDays = Math.max(site.policy.windowDays, this.#query.policy.windowDays ?? 0);
    return isAllKnown(
      outcome,
      this.#knownSince,
      windowDays,
      forgottenAt({ site }, this.#retentionDays, outcome.decidedAt),
    );
  }

  /** It counts on the day of its conversion, whose money it gives or takes. */
  #takeVerdict(fact: Extract<Fact, { review: unknown }>): void {
    if (fact.of !== this.#query.site) return;
    const site = siteIn(this.#state, fact.of);
    const entries = replayReview(site, fact);
    const conversion = site.conversions.get(fact.conversion)?.conversion;
    if (conversion && isWithin(conversion, this.#query, site.site.timeZone))
      this.#tally.add({ entries: fact.entries }, { entries });
  }
}

/** Whom a partner brings by the other policy stays its customer. */
function takeImport(site: SiteState, customers: readonly ExistingCustomer[]): void {
  for (const customer of customers)
    if (!isKnownCustomer(site, customer.customerId)) foldExisting(site, customer);
}

function isWithin({ at }: { at: number }, { from, to }: ReplayQuery, timeZone: string): boolean {
  if (from === undefined && to === undefined) return true;
  const day = dayOf(at, timeZone);
  return (from === undefined || from <= day) && (to === undefined || day <= to);
}
