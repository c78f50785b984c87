import { type ChainedEntry, dayOf } from '@reftally/core';
import { keyOf } from './keyOf.js';
import { ledgerSql } from './ledgerSql.js';
import type { PartialSite } from './PartialSite.js';
import { periodsOf } from './periodsOf.js';
import type { Rows } from './Rows.js';

/** What a row of `balances` is raised by. */
type Sum = {
  site: string;
  partner: string;
  period: string;
  currency: string;
  waiting: number;
  free: number;
  review: number;
  taken: number;
};

/**
 * Adds the rows of new entries of the ledger, in the order of their chains, with what follows from them: where each chain ends, the sums, and what a
 * review holds.
 */
export function addEntryRows(rows: Rows, partial: PartialSite, entries: readonly ChainedEntry[]): void {
  const { state, inReview } = partial;
  const site = state.site.id;
  const marked = markReviews(entries, inReview);
  for (const [conversion, in_review] of marked) rows.add(ledgerSql.review, { site, conversion, in_review });
  const sums = new Map<string, Sum>();
  for (const entry of entries) {
    const { partner, seq, id, type, conversion, at, payableAt: payable_at, currency, minor } = entry;
    const day = dayOf(at, state.site.timeZone);
    const in_review = conversion !== undefined && inReview.has(conversion);
    const body = JSON.stringify(entry);
    const named = { site, partner, seq, id, type, conversion, day };
    rows.add(ledgerSql.entries, { ...named, payable_at, currency, minor, in_review, body });
    if (type === 'payout') continue;
    for (const period of periodsOf(day)) {
      const key = keyOf(partner, period, currency);
      const sum = sums.get(key) ?? {
        site,
        partner,
        period,
        currency,
        waiting: 0,
        free: 0,
        review: 0,
        taken: 0,
      };
      sums.set(key, sum);
      sum[in_review ? 'review' : 'waiting'] += minor;
    }
  }
  for (const [, sum] of [...sums].sort(([a], [b]) => (a < b ? -1 : 1))) rows.add(ledgerSql.balances, sum);
  addEnds(rows, partial, entries);
}

/** In place. A conversion stands as the last mark on its entries says; those that have changed, and how they stand. */
function markReviews(entries: readonly ChainedEntry[], inReview: Set<string>): Map<string, boolean> {
  const marked = new Map<string, boolean>();
  for (const { conversion, review } of entries) {
    if (conversion === undefined || review === undefined) continue;
    const isHeld = review === 'open' || review === 'held';
    marked.set(conversion, isHeld);
    if (isHeld) inReview.add(conversion);
    else inReview.delete(conversion);
  }
  return marked;
}

function addEnds(rows: Rows, { state, accounts }: PartialSite, entries: readonly ChainedEntry[]): void {
  const ends = new Map(entries.map((entry) => [entry.partner, entry]));
  for (const [partner, { seq, hash }] of ends) {
    const row = { site: state.site.id, partner, seq, hash };
    rows.add(accounts.has(partner) ? ledgerSql.setAccounts : ledgerSql.newAccounts, row);
  }
}
