import { createHmac } from 'node:crypto';
import type { Services } from '../Services.js';

/** The secret with which a site's server signs, from the operator's key and the site's salt: the same whenever it is asked for. */
export function signingSecretOf(
  site: string,
  salt: string,
  { signingKey }: Pick<Services, 'signingKey'>,
): string {
  return `rt_sig_${createHmac('sha256', signingKey).update(`${site}\n${salt}`).digest('base64url')}`;
}
