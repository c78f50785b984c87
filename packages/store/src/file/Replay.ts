import { dayOf, type ExistingCustomer, type ReplayReport, ReplayTally } from '@reftally/core';
import type { ReplayQuery } from '../ReplayQuery.js';
import { emptyState } from './emptyState.js';
import type { Fact } from './Fact.js';
import { fold } from './fold.js';
import { foldExisting } from './foldExisting.js';
import { isKnownCustomer } from './isKnownCustomer.js';
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
  readonly #begun: number;
  readonly #retentionDays: number;

  /** `begun` is what is known before the first fact: it stays as it was decided. What is older than `retentionDays` is not seen; 0: all is. */
  constructor(query: ReplayQuery, begun: State = emptyState(), retentionDays = 0) {
    this.#retentionDays = retentionDays;
    this.#query = query;
    this.#state = begun;
    this.#begun = begun.sites.get(query.site)?.conversions.size ?? 0;
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
    return this.#begun > 0 ? { ...report, kept: this.#begun } : report;
  }

  #takeOutcome(outcome: Extract<Fact, { outcome: unknown }>['outcome']): void {
    const { site: id, policy } = this.#query;
    if (outcome.event.site !== id) return;
    const site = siteIn(this.#state, id);
    const again = replayOutcome(site, outcome, policy, this.#retentionDays);
    if (isWithin(outcome.event, this.#query, site.site.timeZone)) this.#tally.add(outcome, again);
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
