import { createHash, sign } from 'node:crypto';
import { HttpError } from '../http/HttpError.js';
import { keyPairOf } from './keyPairOf.js';
import type { StatementKeys } from './StatementKeys.js';

/** One key derived from the operator's, where there is no folder to keep one in: several collectors agree on it. */
export function derivedKeys(adminKey: string): StatementKeys {
  const { privateKey, shown } = keyPairOf(createHash('sha256').update(`statement\n${adminKey}`).digest());
  return {
    current: () => shown,
    all: () => [shown],
    sign: (text) => sign(null, Buffer.from(text), privateKey).toString('base64url'),
    rotate: async () => {
      throw new HttpError(409, 'conflict', 'The key comes from the admin key here: change that one.');
    },
  };
}
