import { createHash, createPrivateKey, createPublicKey, type KeyObject } from 'node:crypto';
import type { StatementKey } from '@reftally/core';

/** A private key, and what others may know of it. */
export type KeyPair = { privateKey: KeyObject; shown: StatementKey };

/** What stands before the 32 bytes of a seed in PKCS #8 (RFC 8410). */
const PKCS8 = Buffer.from('302e020100300506032b657004220420', 'hex');

/** The Ed25519 key pair that grows out of a seed of 32 bytes. */
export function keyPairOf(seed: Buffer): KeyPair {
  const privateKey = createPrivateKey({ key: Buffer.concat([PKCS8, seed]), format: 'der', type: 'pkcs8' });
  const { x: publicKey = '' } = createPublicKey(privateKey).export({ format: 'jwk' });
  const id = createHash('sha256').update(Buffer.from(publicKey, 'base64url')).digest('hex').slice(0, 16);
  return { privateKey, shown: { id, algorithm: 'Ed25519', publicKey } };
}
