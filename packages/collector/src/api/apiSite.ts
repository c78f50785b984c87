import { defaultTag, lintPolicy, type Site } from '@reftally/core';
import { apiPolicy } from './apiPolicy.js';
import { apiTime } from './apiTime.js';

/** A site as the API gives it: everything but its secrets, with what is probably not meant in its policy. */
export function apiSite({ id, name, publicKey, origins, landingUrl, currencies, timeZone, ...rest }: Site) {
  const { policy, tag, signing, payer, createdAt } = rest;
  return {
    id,
    name,
    publicKey,
    origins,
    landingUrl,
    currencies,
    timeZone,
    policy: apiPolicy(policy),
    tag: { ...defaultTag(), ...tag },
    ...(signing && { signingSince: apiTime(signing.since) }),
    ...(payer && { payer }),
    createdAt: apiTime(createdAt),
    warnings: lintPolicy(policy, { currencies, origins }),
  };
}
