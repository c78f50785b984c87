import { type Referral, referral } from '../../index.js';

let known: Referral | null = null;

/** The referral, as the same object as long as nothing of it has changed: React compares by identity. */
export const readReferral = (): Referral | null => {
  const found = referral();
  const isSame = (['code', 'at', 'partner'] as const).every((name) => found?.[name] === known?.[name]);
  if (!isSame) known = found;
  return known;
};
