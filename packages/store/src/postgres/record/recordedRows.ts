import type { ChainedEntry } from '@reftally/core';
import { addEntryRows } from './addEntryRows.js';
import { addSiteRows } from './addSiteRows.js';
import type { Decided } from './decideCalls.js';
import { keyOf } from './keyOf.js';
import type { PartialSite } from './PartialSite.js';
import { Rows } from './Rows.js';
import { SiteChanges } from './SiteChanges.js';
import { TotalsRows } from './TotalsRows.js';
import { writeSql } from './writeSql.js';

type Sites = ReadonlyMap<string, PartialSite>;

/** The rows that say what a group has changed. */
export function recordedRows({ outcomes, idle }: Decided, sites: Sites): Rows {
  const rows = new Rows();
  const totals = new TotalsRows();
  const changes = new Map<string, SiteChanges>();
  for (const { outcome, body } of outcomes) {
    const { site } = outcome.event;
    rows.add(writeSql.facts, { site, at: outcome.decidedAt, body });
    for (const delta of outcome.deltas ?? []) totals.add(site, delta);
    const partial = sites.get(site);
    if (partial) changesAt(changes, site).add(outcome, partial);
  }
  if (idle.length > 0) dropIdle(rows, { outcomes, idle });
  for (const site of [...changes.keys()].sort()) addChanged(rows, sites.get(site), changes.get(site));
  totals.addTo(rows);
  return rows;
}

/** What changes nothing is not known by its id afterwards. */
function dropIdle(rows: Rows, { outcomes, idle }: Decided): void {
  const taken = new Set(outcomes.map(({ outcome: { event } }) => keyOf(event.site, event.id)));
  for (const { site, id } of idle)
    if (!taken.has(keyOf(site, id))) rows.add(writeSql.dropEvents, { site, id });
}

function changesAt(changes: Map<string, SiteChanges>, site: string): SiteChanges {
  const known = changes.get(site) ?? new SiteChanges();
  changes.set(site, known);
  return known;
}

function addChanged(rows: Rows, partial?: PartialSite, changes?: SiteChanges): void {
  if (!partial || !changes) return;
  addSiteRows(rows, partial, changes);
  if (changes.entries.length > 0) addEntryRows(rows, partial, changes.entries as ChainedEntry[]);
}
