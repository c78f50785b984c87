import type { Partner } from '@reftally/core';
import { foldPartner } from '../../file/foldPartner.js';
import { settleAll } from '../settleAll.js';
import type { PartialSite } from './PartialSite.js';
import { putLink } from './putLink.js';
import { putRow } from './putRow.js';
import { recordSql } from './recordSql.js';
import type { SiteLoader } from './SiteLoader.js';
import type { TieKeys } from './TieKeys.js';

type PartnerRow = { site: string; body: string };

/** Loads whose codes events name, and what their orders, customers and earlier reports have become. */
export async function loadTies(loader: SiteLoader, keys: TieKeys): Promise<void> {
  const { codes, conversions, partners } = keys;
  await settleAll([
    codes.size ? loader.load(putLink, recordSql.links, codes) : undefined,
    conversions.size ? loader.load(putRow.conversion, recordSql.conversions, conversions) : undefined,
    conversions.size + partners.size
      ? loader.load(putPartner, recordSql.partners, partners, conversions)
      : undefined,
  ]);
}

function putPartner({ body }: PartnerRow, { all }: PartialSite): void {
  foldPartner(all, JSON.parse(body) as Partner);
}
