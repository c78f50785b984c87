import type { ChainedEntry } from '@reftally/core';
import type { Fact } from '../../file/Fact.js';
import type { Run } from '../Run.js';
import { addEntryRows } from '../record/addEntryRows.js';
import { ledgerSql } from '../record/ledgerSql.js';
import type { PartialSite } from '../record/PartialSite.js';
import { Rows } from '../record/Rows.js';
import { writeSql } from '../record/writeSql.js';

/** Sends a fact at a time (ms), and the entries of the ledger that come with it. */
export function factWrites(
  run: Run,
  partial: PartialSite,
  fact: Fact,
  entries: readonly ChainedEntry[],
  at: number,
): Promise<unknown>[] {
  const rows = new Rows();
  const site = partial.state.site.id;
  if (entries.length > 0) addEntryRows(rows, partial, entries);
  rows.add(writeSql.facts, { site, at, body: JSON.stringify(fact) });
  return [...rows.write(run, Object.values(ledgerSql)), ...rows.write(run, [writeSql.facts])];
}
