import type { ChainedEntry, Payout, PayoutChange, PayoutLine, PayoutTerms } from '@reftally/core';
import type { Adjustment } from '../../Adjustment.js';
import type { Connections } from '../connect.js';
import type { Run } from '../Run.js';
import type { PartialSite } from '../record/PartialSite.js';
import type { AccountRow } from '../record/putAccount.js';
import { retryTransaction } from '../retryTransaction.js';
import { settleAll } from '../settleAll.js';
import { bySiteSql } from './bySiteSql.js';
import { factWrites } from './factWrites.js';
import { LoadedLedger } from './LoadedLedger.js';
import { loadChains } from './loadChains.js';
import { loadSite } from './loadSite.js';
import { partnersPaid } from './partnersPaid.js';
import { payoutSql } from './payoutSql.js';
import { payoutWrites } from './payoutWrites.js';
import { putChains } from './putChains.js';

type Body = { body: string };

/** What changes a site's ledger beside its events, each in a transaction that locks the chains that it adds to. */
export class PostgresLedger {
  readonly #connections: Connections;

  constructor(connections: Connections) {
    this.#connections = connections;
  }

  adjust(adjustment: Adjustment, now: number): Promise<{ entry: ChainedEntry; isNew: boolean }> {
    const { site, id, partner } = adjustment;
    let wasNew = false;
    return retryTransaction(this.#connections, async (run, isRolledBack) => {
      const [partial, accounts, partners, [known]] = await settleAll([
        loadSite(run, site),
        run<AccountRow>(payoutSql.accounts, site, [partner]),
        run<Body>(payoutSql.partners, site, [partner]),
        run<Body>(bySiteSql.adjustment, site, id),
      ]);
      putChains(partial, partners, accounts);
      if (known) partial.state.adjustments.set(id, JSON.parse(known.body));
      const ledger = new LoadedLedger(partial.state);
      const { entry, isNew } = await ledger.adjust(adjustment, now);
      wasNew = isNew || (wasNew && !isRolledBack);
      const writes = ledger.fact
        ? [
            run(bySiteSql.newAdjustment, site, id, JSON.stringify(entry)),
            ...factWrites(run, partial, ledger.fact, [entry], now),
          ]
        : [];
      return { value: { entry, isNew: wasNew }, writes };
    });
  }

  preview(site: string, terms: PayoutTerms, now: number): Promise<PayoutLine[]> {
    return retryTransaction(this.#connections, async (run) => {
      const [{ state }, lines] = await settleAll([loadSite(run, site), linesOf(run, site, terms, now)]);
      return { value: new LoadedLedger(state, lines).preview(terms) };
    });
  }

  create(
    site: string,
    id: string,
    terms: PayoutTerms,
    now: number,
  ): Promise<{ payout: Payout; isNew: boolean }> {
    let wasNew = false;
    return retryTransaction(this.#connections, async (run, isRolledBack) => {
      const [partial, accounts, [known], lines] = await settleAll([
        loadSite(run, site),
        run<AccountRow>(payoutSql.accounts, site, terms.partners),
        run<Body>(payoutSql.payout, site, id),
        linesOf(run, site, terms, now),
      ]);
      if (known) partial.state.payouts.set(id, JSON.parse(known.body));
      const ledger = new LoadedLedger(partial.state, lines);
      const paid = [...new Set(ledger.preview(terms).map(({ partner }) => partner))];
      putChains(partial, await run<Body>(payoutSql.partners, site, paid), accounts);
      const { payout, isNew } = await ledger.create(id, terms, now);
      wasNew = isNew || (wasNew && !isRolledBack);
      return {
        value: { payout, isNew: wasNew },
        writes: changeWrites(run, partial, ledger, { payout, now: payout.createdAt, isNew: true }),
      };
    });
  }

  change(site: string, id: string, change: PayoutChange, now: number): Promise<Payout> {
    return retryTransaction(this.#connections, async (run) => {
      const [partial, [known]] = await settleAll([
        loadSite(run, site),
        run<Body>(payoutSql.lockPayout, site, id),
      ]);
      if (known) {
        const payout: Payout = JSON.parse(known.body);
        partial.state.payouts.set(id, payout);
        if (change === 'cancelled') await loadChains(run, partial, partnersPaid(payout));
      }
      const ledger = new LoadedLedger(partial.state);
      const payout = await ledger.change(id, change, now);
      return { value: payout, writes: changeWrites(run, partial, ledger, { payout, now, isNew: false }) };
    });
  }
}

function linesOf(run: Run, site: string, { partners, currency }: PayoutTerms, now: number) {
  return run<PayoutLine>(payoutSql.lines, site, partners, now, currency);
}

function changeWrites(
  run: Run,
  partial: PartialSite,
  { fact }: LoadedLedger,
  { payout, now, isNew }: { payout: Payout; now: number; isNew: boolean },
) {
  if (!fact || !('payout' in fact)) return [];
  return [...payoutWrites(run, payout, isNew), ...factWrites(run, partial, fact, fact.entries, now)];
}
