import type { Partner, Site } from '@reftally/core';
import { referralLink } from '../redirect/referralLink.js';
import { apiTime } from './apiTime.js';

/** A partner as the API gives it; `link` is the one to share. */
export function apiPartner({ id, site, name, email, code, status, createdAt }: Partner, of: Site) {
  return {
    id,
    site,
    name,
    ...(email && { email }),
    code,
    link: referralLink(of, code),
    status,
    createdAt: apiTime(createdAt),
  };
}
