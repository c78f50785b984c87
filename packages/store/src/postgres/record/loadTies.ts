import type { Link, Partner } from '@reftally/core';
import { foldLink } from '../../file/foldLink.js';
import { foldPartner } from '../../file/foldPartner.js';
import { settleAll } from '../settleAll.js';
import type { PartialSite } from './PartialSite.js';
import { putRow } from './putRow.js';
import { recordSql } from './recordSql.js';
import type { SiteLoader } from './SiteLoader.js';
import type { TieKeys } from './TieKeys.js';

type LinkRow = { site: string; link: string; partner: string };
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

function putLink({ link, partner }: LinkRow, { all }: PartialSite): void {
  foldPartner(all, JSON.parse(partner) as Partner);
  foldLink(all, JSON.parse(link) as Link);
}

function putPartner({ body }: PartnerRow, { all }: PartialSite): void {
  foldPartner(all, JSON.parse(body) as Partner);
}
