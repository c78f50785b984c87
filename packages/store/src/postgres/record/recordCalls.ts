import type { TrackedEvent } from '@reftally/core';
import type { Run } from '../Run.js';
import type { Transacted } from '../Transacted.js';
import type { Call } from './Call.js';
import { decideCalls } from './decideCalls.js';
import type { EventKeys } from './EventKeys.js';
import { freshCountsSql } from './freshCountsSql.js';
import { ledgerSql } from './ledgerSql.js';
import { loadMoney } from './loadMoney.js';
import { loadNamed } from './loadNamed.js';
import { loadTies } from './loadTies.js';
import { MoneyKeys } from './MoneyKeys.js';
import { recordedRows } from './recordedRows.js';
import { SiteLoader } from './SiteLoader.js';
import { TieKeys } from './TieKeys.js';
import { totalsSql } from './totalsSql.js';
import { writeSql } from './writeSql.js';

/** Calls that are recorded together; `claims` are those of this attempt (the last) and of the ones before it, `slot` is where totals are counted, `retentionDays` as of the store. */
export type Group = {
  calls: readonly Call[];
  keys: EventKeys;
  claims: readonly number[];
  slot: number;
  retentionDays: number;
};

/**
 * Decides the events of a group and writes what follows, in one transaction, and answers its calls. An attempt of before whose commit was not answered
 * has claimed the events if it succeeded: then its answers hold.
 */
export async function recordCalls(run: Run, group: Group): Promise<Transacted<void>> {
  const { calls, keys, claims, slot, retentionDays } = group;
  const loader = new SiteLoader(run);
  const claim = claims.at(-1) ?? 0;
  const known = await loadNamed(run, loader, keys, claim);
  if (claims.some((one) => known.has(one))) return { value: undefined };
  await loadRest(loader, calls);
  const rows = recordedRows(decideCalls(calls, loader.sites, retentionDays), loader.sites);
  const { dropEvents, renewEvents, ...writes } = writeSql;
  return {
    value: undefined,
    writes: [
      ...rows.write(run, [dropEvents, renewEvents], claim),
      ...rows.write(run, Object.values(writes)),
      ...rows.write(run, Object.values(ledgerSql)),
      ...rows.write(run, [freshCountsSql.put]),
      ...rows.write(run, Object.values(totalsSql), slot),
    ],
  };
}

/** What bears on events and is found by what they name only. */
async function loadRest(loader: SiteLoader, calls: readonly Call[]): Promise<void> {
  const events = eventsBySite(calls);
  const ties = new TieKeys();
  for (const [site, list] of events) {
    const state = loader.sites.get(site)?.state;
    if (state) for (const event of list) ties.add(event, state);
  }
  await loadTies(loader, ties);
  const money = new MoneyKeys();
  for (const [site, list] of events) {
    const state = loader.sites.get(site)?.state;
    if (state) money.add(list, state);
  }
  await loadMoney(loader, money);
}

function eventsBySite(calls: readonly Call[]): Map<string, TrackedEvent[]> {
  const sites = new Map<string, TrackedEvent[]>();
  for (const { site, events } of calls) {
    const known = sites.get(site);
    if (known) known.push(...events);
    else sites.set(site, [...events]);
  }
  return sites;
}
