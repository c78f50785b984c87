import type { ChainedEntry } from '@reftally/core';
import type { Fact } from '../../file/Fact.js';
import { foldReview } from '../../file/foldReview.js';
import { bySiteSql } from '../ledger/bySiteSql.js';
import { loadChains } from '../ledger/loadChains.js';
import { loadReviewed } from '../ledger/loadReviewed.js';
import { loadSite } from '../ledger/loadSite.js';
import { payoutWrites } from '../ledger/payoutWrites.js';
import { reviewedRows } from '../ledger/reviewedRows.js';
import type { Run } from '../Run.js';
import { addEntryRows } from '../record/addEntryRows.js';
import { ledgerSql } from '../record/ledgerSql.js';
import type { PartialSite } from '../record/PartialSite.js';
import { Rows } from '../record/Rows.js';
import { writeSql } from '../record/writeSql.js';
import { settleAll } from '../settleAll.js';
import { applySql } from './applySql.js';
import { chained } from './chained.js';

type FactOf<Key extends string> = Extract<Fact, Record<Key, unknown>>;
type LedgerFact = FactOf<'payout'> | FactOf<'adjustment'> | FactOf<'review'>;

/** Writes what has changed the ledger beside events. */
export async function applyLedgerFact(run: Run, fact: LedgerFact): Promise<void> {
  const partial = await loadSite(run, 'payout' in fact ? fact.payout.site : fact.of);
  if ('payout' in fact) await applyPayout(run, partial, fact);
  else if ('adjustment' in fact) await applyAdjustment(run, partial, fact);
  else await applyReview(run, partial, fact);
}

async function applyPayout(run: Run, partial: PartialSite, { payout, entries }: FactOf<'payout'>) {
  const known = await run(applySql.payout, payout.site, payout.id);
  await loadChains(run, partial, partnersOf(entries));
  const written = chained(partial.state, entries);
  await settleAll([...payoutWrites(run, payout, known.length === 0), ...entryWrites(run, partial, written)]);
}

async function applyAdjustment(run: Run, partial: PartialSite, { adjustment, of }: FactOf<'adjustment'>) {
  await loadChains(run, partial, [adjustment.partner]);
  const written = chained(partial.state, [adjustment]);
  await settleAll([
    ...written.map((entry) => run(bySiteSql.newAdjustment, of, entry.id, JSON.stringify(entry))),
    ...entryWrites(run, partial, written),
  ]);
}

async function applyReview(run: Run, partial: PartialSite, fact: FactOf<'review'>) {
  const [row] = await run<{ body: string }>(bySiteSql.conversion, fact.of, fact.conversion);
  if (!row) throw new Error(`it reviews the conversion ${fact.conversion}, which no earlier line has made`);
  await loadReviewed(run, partial, JSON.parse(row.body));
  const written = chained(partial.state, fact.entries);
  foldReview(partial.state, { ...fact, entries: written });
  await settleAll([
    ...reviewedRows(partial, fact.conversion).write(run, Object.values(writeSql)),
    ...entryWrites(run, partial, written),
  ]);
}

function entryWrites(run: Run, partial: PartialSite, entries: readonly ChainedEntry[]): Promise<unknown>[] {
  const rows = new Rows();
  if (entries.length > 0) addEntryRows(rows, partial, entries);
  return rows.write(run, Object.values(ledgerSql));
}

function partnersOf(entries: readonly { partner: string }[]): string[] {
  return [...new Set(entries.map(({ partner }) => partner))];
}
