import type { Partner } from '../api/Partner.js';
import type { PayoutLine } from '../api/PayoutLine.js';

const NAMED = 5;

/** The partners in a payout of whom it is not known how they are paid, as a list to read; empty when all is known. */
export function unpaidNames(lines: readonly PayoutLine[], details: ReadonlyMap<string, Partner>): string {
  const names = new Set<string>();
  for (const { partner, partnerName } of lines) {
    const known = details.get(partner);
    if (known && !known.payout) names.add(partnerName);
  }
  const more = names.size - NAMED;
  const shown = [...names].slice(0, NAMED).join(', ');
  return more > 0 ? `${shown} and ${more} more` : shown;
}
