import type { Fact } from '../../file/Fact.js';

/** Whose log a fact belongs to; `''`: that of no site. Throws on a fact that this version does not know. */
export function siteOfFact(fact: Fact): string {
  if ('outcome' in fact) return fact.outcome.event.site;
  if ('site' in fact) return fact.site.id;
  if ('partner' in fact) return fact.partner.site;
  if ('link' in fact) return fact.link.site;
  if ('token' in fact) return fact.token.site ?? '';
  if ('payout' in fact) return fact.payout.site;
  if ('seen' in fact) return fact.seen.site;
  if ('of' in fact) return fact.of;
  if ('taken' in fact) return '';
  throw new Error('a newer version of Reftally has written it');
}
