import type { Link, Partner } from '@reftally/core';
import { foldLink } from '../../file/foldLink.js';
import { foldPartner } from '../../file/foldPartner.js';
import type { PartialSite } from './PartialSite.js';

/** A code's link and whose it is, as JSON. */
export type LinkRow = { site: string; link: string; partner: string };

/** Puts a link and its partner where the functions of the file store look for them. */
export function putLink({ link, partner }: LinkRow, { all }: PartialSite): void {
  foldPartner(all, JSON.parse(partner) as Partner);
  foldLink(all, JSON.parse(link) as Link);
}
