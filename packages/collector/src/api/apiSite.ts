import { defaultTag, type Site } from '@reftally/core';
import { apiPolicy } from './apiPolicy.js';
import { apiTime } from './apiTime.js';

/** A site as the API gives it: everything but its secret key, of which there is only a hash. */
export function apiSite({ id, name, publicKey, origins, landingUrl, currencies, timeZone, ...rest }: Site) {
  const { policy, tag, createdAt } = rest;
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
    createdAt: apiTime(createdAt),
  };
}
