import type { Signing } from '@reftally/core';
import { newSecret } from '../auth/newSecret.js';
import { sha256 } from '../auth/sha256.js';
import type { Services } from '../Services.js';
import { signingSecretOf } from './signingSecretOf.js';

/** A new signing secret for a site, and what is kept of it. */
export function makeSigning(
  site: string,
  services: Pick<Services, 'signingKey' | 'clock'>,
): { signingSecret: string; signing: Signing } {
  const salt = newSecret();
  const signingSecret = signingSecretOf(site, salt, services);
  return { signingSecret, signing: { salt, hash: sha256(signingSecret), since: services.clock() } };
}
