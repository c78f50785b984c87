import type { Fact } from './Fact.js';
import { foldEntry } from './foldEntry.js';
import { foldExisting } from './foldExisting.js';
import { foldLink } from './foldLink.js';
import { foldOutcome } from './foldOutcome.js';
import { foldPartner } from './foldPartner.js';
import { foldPayout } from './foldPayout.js';
import { foldReview } from './foldReview.js';
import { foldSite } from './foldSite.js';
import { foldToken } from './foldToken.js';
import { LOG_FORMAT } from './LOG_FORMAT.js';
import type { State } from './State.js';
import { siteIn } from './siteIn.js';

/**
 * The fold: applies one fact to a state, in place. The running store, recovery and the checkpoint worker all use this one, so what
 * memory holds is always what a restart would make of the log. Throws on a fact that this version does not know.
 */
export function fold(state: State, fact: Fact): void {
  if ('outcome' in fact) foldOutcome(siteIn(state, fact.outcome.event.site), fact.outcome);
  else if ('partner' in fact) {
    foldPartner(state, fact.partner);
    if (fact.link) foldLink(state, fact.link);
  } else if ('link' in fact) foldLink(state, fact.link);
  else if ('site' in fact) foldSite(state, fact.site);
  else if ('token' in fact) foldToken(state, fact.token);
  else if ('payout' in fact) {
    const site = siteIn(state, fact.payout.site);
    for (const entry of fact.entries) foldEntry(site, entry);
    foldPayout(site, fact.payout);
  } else if ('existing' in fact) {
    const site = siteIn(state, fact.of);
    for (const customer of fact.existing) foldExisting(site, customer);
  } else if ('adjustment' in fact) foldEntry(siteIn(state, fact.of), fact.adjustment);
  else if ('review' in fact) foldReview(siteIn(state, fact.of), fact);
  else if ('seen' in fact) {
    const { site, partner, client, at } = fact.seen;
    siteIn(state, site).partners.get(partner)?.identity.clients.add(client, at);
  } else if ('taken' in fact) state.tokens[fact.taken.kind].delete(fact.taken.hash);
  else if (!('log' in fact && fact.log <= LOG_FORMAT))
    throw new Error('a newer version of Reftally has written it');
}
