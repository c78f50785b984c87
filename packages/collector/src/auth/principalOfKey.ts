import { timingSafeEqual } from 'node:crypto';
import type { Services } from '../Services.js';
import type { Principal } from './Principal.js';
import { sha256 } from './sha256.js';

/** Whose key it is; undefined for nobody's. Hashes are compared, in constant time, so that an answer's time tells nothing. */
export async function principalOfKey(
  key: string,
  { adminHash, store }: Pick<Services, 'adminHash' | 'store'>,
): Promise<Principal | undefined> {
  const hash = sha256(key);
  if (timingSafeEqual(Buffer.from(hash), Buffer.from(adminHash))) return { role: 'admin' };
  const site = await store.siteBySecretHash(hash);
  return site && { role: 'site', site: site.id };
}
