import { createHmac, timingSafeEqual } from 'node:crypto';
import { formatAmount, type SignedClaim, type Site } from '@reftally/core';
import { sha256 } from '../auth/sha256.js';
import type { Services } from '../Services.js';
import { readSignature } from './readSignature.js';
import { signedText } from './signedText.js';
import { signingSecretOf } from './signingSecretOf.js';

/** As long as the script's queue keeps an event. */
const MAX_AGE_MS = 7 * 86_400_000;
/** How far the clocks of shop and collector may be apart. */
const MAX_AHEAD_MS = 5 * 60_000;

/** What a check comes to, as it is counted; `problem` says what was expected, and never what the right signature would be. */
export type SignatureCheck = {
  result: 'valid' | 'malformed' | 'early' | 'stale' | 'wrong' | 'no-secret';
  problem?: string;
};

/** Checks that the shop's server vouches for this order and amount. `now` in ms. */
export function checkSignature(
  claim: SignedClaim,
  site: Pick<Site, 'id' | 'signing'>,
  services: Pick<Services, 'signingKey'>,
  now: number,
): SignatureCheck {
  const secret = secretOf(site, services);
  if ('problem' in secret) return { result: 'no-secret', ...secret };
  const parts = readSignature(claim.signature);
  if (!parts)
    return { result: 'malformed', problem: 'expected v1.TIME.NONCE.MAC, as docs/trust.md makes it' };
  const late = timeProblem(Number(parts.at), now);
  if (late) return late;
  const mac = createHmac('sha256', secret.key)
    .update(signedText({ ...claim, ...parts }))
    .digest();
  if (timingSafeEqual(mac, Buffer.from(parts.mac, 'hex'))) return { result: 'valid' };
  return { result: 'wrong', problem: mismatch(claim) };
}

function secretOf(
  { id, signing }: Pick<Site, 'id' | 'signing'>,
  services: Pick<Services, 'signingKey'>,
): { key: string } | { problem: string } {
  const advice = `make one with "reftally site rotate-signing-secret ${id}", and sign with that`;
  if (!signing) return { problem: `this site has no signing secret: ${advice}` };
  const key = signingSecretOf(id, signing.salt, services);
  if (sha256(key) === signing.hash) return { key };
  return { problem: `the site's signing secret went with the former admin key: ${advice}` };
}

function timeProblem(seconds: number, now: number): SignatureCheck | undefined {
  const age = now - seconds * 1000;
  if (age < -MAX_AHEAD_MS)
    return {
      result: 'early',
      problem: `its time lies ahead: expected whole seconds since 1970 by a clock that is right to 5 minutes, got ${seconds}`,
    };
  if (age <= MAX_AGE_MS) return undefined;
  const days = Math.floor(age / 86_400_000);
  return {
    result: 'stale',
    problem: `it was made ${days} days ago: expected one of the last 7 days; sign when the order is placed`,
  };
}

function mismatch({ orderId, amount }: SignedClaim): string {
  const sent = `orderId ${JSON.stringify(orderId)}, amount ${formatAmount(amount)} and currency ${amount.currency}`;
  return `it is not one of this order: expected it to be made over ${sent}, with the signing secret that the site has now`;
}
