import {
  type ChainedEntry,
  canonicalJson,
  changePayout,
  type LedgerEntry,
  type Payout,
  type PayoutChange,
  type PayoutLine,
  type PayoutTerms,
  payoutEntries,
  payoutLines,
} from '@reftally/core';
import type { Adjustment } from '../Adjustment.js';
import { ConflictError } from '../ConflictError.js';
import { NotFoundError } from '../NotFoundError.js';
import { chainEntries } from './chainEntries.js';
import type { Fact } from './Fact.js';
import type { SiteState } from './SiteState.js';

/**
 * What changes a site's ledger beside its events: adjustments by hand and payouts. Each call looks and commits in one go of the event loop, so
 * that no two can race. `commit` folds a fact and resolves when it is durable, `settled` when all that the state holds is.
 */
export class FileLedger {
  readonly #site: SiteState;
  readonly #commit: (fact: Fact) => Promise<void>;
  readonly #settled: () => Promise<void>;

  constructor(site: SiteState, commit: (fact: Fact) => Promise<void>, settled: () => Promise<void>) {
    this.#site = site;
    this.#commit = commit;
    this.#settled = settled;
  }

  async adjust(adjustment: Adjustment, now: number): Promise<{ entry: ChainedEntry; isNew: boolean }> {
    const { id, partner } = adjustment;
    if (!this.#site.partners.has(partner)) {
      throw new NotFoundError(`The site ${this.#site.site.id} has no partner with the id ${partner}`);
    }
    const known = this.#site.adjustments.get(id);
    if (known) {
      if (!isSame(known, adjustment)) {
        throw new ConflictError(`id: "${id}" is another adjustment already: choose another id`);
      }
      await this.#settled();
      return { entry: known, isNew: false };
    }
    const [entry] = chainEntries(this.#site, [entryOf(adjustment, now)]);
    if (!entry) throw new TypeError('an entry of a known partner is in its chain');
    await this.#commit({ adjustment: entry, of: this.#site.site.id });
    return { entry, isNew: true };
  }

  preview(terms: PayoutTerms, now: number): PayoutLine[] {
    const { partners } = this.#site;
    const chosen = terms.partners ? new Set(terms.partners) : partners.keys();
    return [...chosen].sort().flatMap((id) => payoutLines(id, partners.get(id)?.entries ?? [], terms, now));
  }

  async create(id: string, terms: PayoutTerms, now: number): Promise<{ payout: Payout; isNew: boolean }> {
    const known = this.#site.payouts.get(id);
    if (known) {
      if (canonicalJson(known.terms) !== canonicalJson(terms)) {
        throw new ConflictError(`id: "${id}" is a payout on other terms already: choose another id`);
      }
      const payout = structuredClone(known);
      await this.#settled();
      return { payout, isNew: false };
    }
    const lines = this.preview(terms, now);
    if (lines.length === 0) {
      throw new ConflictError('Nothing is payable on these terms: the preview shows what is.');
    }
    const payout: Payout = { id, site: this.#site.site.id, terms, status: 'open', createdAt: now, lines };
    await this.#commit({ payout, entries: chainEntries(this.#site, payoutEntries(payout)) });
    return { payout, isNew: true };
  }

  async change(id: string, change: PayoutChange, now: number): Promise<Payout> {
    const known = this.#site.payouts.get(id);
    if (!known) throw new NotFoundError(`The site ${this.#site.site.id} has no payout "${id}"`);
    const changed = changePayout(known, change, now);
    if ('problem' in changed) throw new ConflictError(changed.problem);
    const payout = structuredClone(changed);
    if (changed === known) await this.#settled();
    else {
      const isCancelled = payout.status === 'cancelled';
      await this.#commit({
        payout,
        entries: isCancelled ? chainEntries(this.#site, payoutEntries(payout)) : [],
      });
    }
    return payout;
  }
}

function isSame(entry: ChainedEntry, { partner, currency, minor, note }: Adjustment): boolean {
  return (
    entry.partner === partner && entry.currency === currency && entry.minor === minor && entry.note === note
  );
}

function entryOf({ id, partner, currency, minor, note }: Adjustment, now: number): LedgerEntry {
  return { id, type: 'adjustment', partner, at: now, payableAt: now, currency, minor, note };
}
