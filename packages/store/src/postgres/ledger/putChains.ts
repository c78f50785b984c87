import { foldPartner } from '../../file/foldPartner.js';
import type { PartialSite } from '../record/PartialSite.js';
import { type AccountRow, putAccount } from '../record/putAccount.js';

/** Puts partners, and where their chains end, into a site. */
export function putChains(
  partial: PartialSite,
  partners: readonly { body: string }[],
  accounts: readonly AccountRow[],
): void {
  for (const { body } of partners) foldPartner(partial.all, JSON.parse(body));
  for (const account of accounts) putAccount(account, partial);
}
