import type { Run } from '../Run.js';
import type { PartialSite } from '../record/PartialSite.js';
import type { AccountRow } from '../record/putAccount.js';
import { settleAll } from '../settleAll.js';
import { payoutSql } from './payoutSql.js';
import { putChains } from './putChains.js';

/** Locks the chains of some partners, and loads where they end. */
export async function loadChains(run: Run, partial: PartialSite, partners: readonly string[]): Promise<void> {
  const site = partial.state.site.id;
  const [accounts, bodies] = await settleAll([
    run<AccountRow>(payoutSql.accounts, site, partners),
    run<{ body: string }>(payoutSql.partners, site, partners),
  ]);
  putChains(partial, bodies, accounts);
}
