import type { ExistingCustomer, Link, Payout, Refund, Site } from '@reftally/core';
import type { StoredConversion } from '../StoredConversion.js';
import type { PartnerState } from './PartnerState.js';
import type { Place } from './Place.js';

/** By which place each kind of list is ordered and paged. */
export const placeOf = {
  site: ({ createdAt, id }: Site): Place => [createdAt, id],
  partner: ({ partner }: PartnerState): Place => [partner.createdAt, partner.id],
  link: ({ createdAt, id }: Link): Place => [createdAt, id],
  payout: ({ createdAt, id }: Payout): Place => [createdAt, id],
  refund: ({ at, uid }: Refund): Place => [at, uid],
  existing: ({ importedAt, customerId }: ExistingCustomer): Place => [importedAt, customerId],
  conversion: ({ conversion }: StoredConversion): Place => [conversion.at, conversion.id],
};
