import { randomBytes } from 'node:crypto';

/** A secret nobody can guess: 256 random bits as 43 characters that are safe in addresses and headers. */
export function newSecret(): string {
  return randomBytes(32).toString('base64url');
}
