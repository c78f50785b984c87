import { newSecret } from '../auth/newSecret.js';
import { sha256 } from '../auth/sha256.js';

/** A new secret key and the hash that is kept of it. */
export function makeSecretKey(): { secretKey: string; secretHash: string } {
  const secretKey = `rt_sec_${newSecret()}`;
  return { secretKey, secretHash: sha256(secretKey) };
}
