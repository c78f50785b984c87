import type { Fact } from '../../file/Fact.js';

/** When a fact was committed (ms), as far as it tells. */
export function timeOfFact(fact: Fact): number | undefined {
  if ('outcome' in fact) return fact.outcome.decidedAt;
  if ('site' in fact) return fact.site.createdAt;
  if ('partner' in fact) return fact.partner.createdAt;
  if ('link' in fact) return fact.link.createdAt;
  if ('token' in fact) return fact.token.createdAt;
  if ('payout' in fact) return fact.payout.createdAt;
  if ('existing' in fact) return fact.existing[0]?.importedAt;
  if ('adjustment' in fact) return fact.adjustment.at;
  if ('review' in fact) return fact.review.at;
  return 'seen' in fact ? fact.seen.at : undefined;
}
