import { createHash } from 'node:crypto';

const READABLE = 15;
const HASHED = 10;

/**
 * The id of the message for a payout: the same one each time, so that a bank takes the file once. At most 26 characters of the SEPA's,
 * which leaves room for the numbers of payments within a bank's 35; sites and payouts that begin alike differ in the hash.
 */
export function sepaId(site: string, payout: string): string {
  const hash = createHash('sha256').update(`${site}/${payout}`).digest('hex').slice(0, HASHED);
  return `${payout.replaceAll('_', '-').slice(0, READABLE)}-${hash}`;
}
