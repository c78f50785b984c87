import { type Referral, referral } from '../../index.js';

let known: Referral | null = null;

/** The referral, as the same object as long as nothing of it has changed: React compares by identity. */
export const readReferral = (): Referral | null => {
  const found = referral();
  if (JSON.stringify(found) !== JSON.stringify(known)) known = found;
  return known;
};
