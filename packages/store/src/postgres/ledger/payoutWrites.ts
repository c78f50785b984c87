import type { Payout } from '@reftally/core';
import type { Run } from '../Run.js';
import { partnersPaid } from './partnersPaid.js';
import { payoutSql } from './payoutSql.js';

/** Sends a new payout, which takes what it pays, or what has become of one: its entries of the ledger come after. */
export function payoutWrites(run: Run, payout: Payout, isNew: boolean): Promise<unknown>[] {
  const { site, id, createdAt, lines, status } = payout;
  const body = JSON.stringify(payout);
  if (isNew)
    return [
      run(payoutSql.newPayout, site, id, createdAt, body),
      run(payoutSql.newPartners, site, partnersPaid(payout), createdAt, id),
      run(payoutSql.take, site, JSON.stringify(lines), createdAt, id),
    ];
  return [
    run(payoutSql.setPayout, site, id, body),
    ...(status === 'cancelled' ? [run(payoutSql.giveBack, site, id)] : []),
  ];
}
