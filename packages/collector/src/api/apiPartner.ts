import type { Partner, Site } from '@reftally/core';
import { referralLink } from '../redirect/referralLink.js';
import { apiRules } from './apiRules.js';
import { apiTime } from './apiTime.js';

/** A partner as the API gives it; `link` is the one to share. */
export function apiPartner(
  { id, site, name, email, customerId, code, status, payout, createdAt, ...terms }: Partner,
  of: Site,
) {
  return {
    id,
    site,
    name,
    ...(email && { email }),
    ...(customerId !== undefined && { customerId }),
    code,
    link: referralLink(of, code),
    status,
    ...(terms.group !== undefined && { group: terms.group }),
    ...(terms.commission && { commission: apiRules(terms.commission) }),
    ...(terms.discount !== undefined && { discount: terms.discount }),
    ...(terms.coupon !== undefined && { coupon: terms.coupon }),
    ...(payout && { payout }),
    createdAt: apiTime(createdAt),
  };
}
