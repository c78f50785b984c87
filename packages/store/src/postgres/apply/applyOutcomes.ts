import { randomInt } from 'node:crypto';
import type { Outcome } from '@reftally/core';
import { foldOutcome } from '../../file/foldOutcome.js';
import type { Run } from '../Run.js';
import { EventKeys } from '../record/EventKeys.js';
import { freshCountsSql } from '../record/freshCountsSql.js';
import { ledgerSql } from '../record/ledgerSql.js';
import { loadMoney } from '../record/loadMoney.js';
import { loadNamed } from '../record/loadNamed.js';
import { loadTies } from '../record/loadTies.js';
import { MoneyKeys } from '../record/MoneyKeys.js';
import { recordedRows } from '../record/recordedRows.js';
import { SiteLoader } from '../record/SiteLoader.js';
import { TieKeys } from '../record/TieKeys.js';
import { totalsSql } from '../record/totalsSql.js';
import { writeSql } from '../record/writeSql.js';
import { settleAll } from '../settleAll.js';
import { chained } from './chained.js';

type Given = { outcome: Outcome; body: string };

const MAX_CLAIM = 2 ** 48 - 1;
/** Totals of what was copied are counted in one slot. */
const SLOT = 0;

/** Writes what events have changed, but for the log itself: as `recordCalls`, with outcomes instead of decisions. */
export async function applyOutcomes(run: Run, outcomes: readonly Given[]): Promise<void> {
  const loader = new SiteLoader(run);
  const calls = outcomes.map(({ outcome: { event, decidedAt } }) => ({
    site: event.site,
    events: [event],
    now: decidedAt,
  }));
  const claim = randomInt(MAX_CLAIM);
  await loadNamed(run, loader, new EventKeys(calls), claim);
  await loadTouched(loader, outcomes);
  for (const { outcome } of outcomes) fold(loader, outcome);
  const rows = recordedRows({ outcomes: [...outcomes], idle: [] }, loader.sites);
  const { dropEvents: _, facts: __, renewEvents, ...writes } = writeSql;
  await settleAll([
    ...rows.write(run, [renewEvents], claim),
    ...rows.write(run, Object.values(writes)),
    ...rows.write(run, Object.values(ledgerSql)),
    ...rows.write(run, [freshCountsSql.put]),
    ...rows.write(run, Object.values(totalsSql), SLOT),
    run(freshCountsSql.addUp, SLOT),
  ]);
}

function fold({ sites }: SiteLoader, outcome: Outcome): void {
  const state = sites.get(outcome.event.site)?.state;
  if (!state) throw new Error(`it speaks of the site ${outcome.event.site}, which no earlier line has made`);
  if (outcome.entries) outcome.entries = chained(state, outcome.entries);
  foldOutcome(state, outcome);
}

/** What outcomes have changed and events do not name. */
async function loadTouched(loader: SiteLoader, outcomes: readonly Given[]): Promise<void> {
  const ties = new TieKeys();
  const money = new MoneyKeys();
  for (const { outcome } of outcomes) {
    const site = outcome.event.site;
    for (const id of conversionsOf(outcome, loader)) {
      ties.conversions.add({ site, id });
      money.conversions.add({ site, id });
    }
    for (const id of partnersOf(outcome)) {
      ties.partners.add({ site, id });
      money.partners.add({ site, id });
    }
  }
  await loadTies(loader, ties);
  await loadMoney(loader, money);
}

function conversionsOf({ event, conversion, order }: Outcome, { sites }: SiteLoader): Set<string> {
  const known = 'orderId' in event ? sites.get(event.site)?.state.orders.get(event.orderId) : undefined;
  return defined([conversion?.id, order?.conversion, known?.conversion]);
}

function partnersOf({ conversion, order, entries = [] }: Outcome): Set<string> {
  return defined([conversion?.partner, order?.partner, ...entries.map(({ partner }) => partner)]);
}

function defined(names: readonly (string | undefined)[]): Set<string> {
  return new Set(names.filter((name) => name !== undefined));
}
