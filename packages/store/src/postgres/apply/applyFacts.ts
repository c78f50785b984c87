import type { Outcome } from '@reftally/core';
import type { Run } from '../Run.js';
import { Rows } from '../record/Rows.js';
import { writeSql } from '../record/writeSql.js';
import { applyLedgerFact } from './applyLedgerFact.js';
import { applyOutcomes } from './applyOutcomes.js';
import { applySetup } from './applySetup.js';
import type { DecidedFact } from './DecidedFact.js';
import { siteOfFact } from './siteOfFact.js';

type Given = { outcome: Outcome; body: string };

/**
 * Writes facts that were decided elsewhere, in their order, as if they had been decided here: the counterpart of the file store's `fold`. Events are
 * taken together as far as nothing lies between them on which what they change depends.
 */
export async function applyFacts(run: Run, facts: readonly DecidedFact[]): Promise<void> {
  let outcomes: Given[] = [];
  const flush = async () => {
    if (outcomes.length > 0) await applyOutcomes(run, outcomes);
    outcomes = [];
  };
  for (const { fact, body } of facts) {
    if ('outcome' in fact) {
      outcomes.push({ outcome: fact.outcome, body });
      continue;
    }
    // Money of before depends on the site's time zone and on what reviews and payouts have changed of the ledger; on nothing else.
    if ('site' in fact || 'payout' in fact || 'adjustment' in fact || 'review' in fact) await flush();
    if ('payout' in fact || 'adjustment' in fact || 'review' in fact) await applyLedgerFact(run, fact);
    else await applySetup(run, fact);
  }
  await flush();
  await writeLog(run, facts);
}

/** At once, so that the log has them in their order. */
async function writeLog(run: Run, facts: readonly DecidedFact[]): Promise<void> {
  const rows = new Rows();
  for (const { fact, body, at } of facts) rows.add(writeSql.facts, { site: siteOfFact(fact), at, body });
  await Promise.all(rows.write(run, [writeSql.facts]));
}
