import type { Partner } from '@reftally/core';
import { ArrivalsByHour } from './ArrivalsByHour.js';
import { identityOf } from './identityOf.js';
import { insertSorted } from './insertSorted.js';
import { Moments } from './Moments.js';
import type { PartnerState } from './PartnerState.js';
import { placeOf } from './placeOf.js';
import { SeenClients } from './SeenClients.js';
import type { State } from './State.js';
import { siteIn } from './siteIn.js';

/** Folds a new or changed partner into the state. */
export function foldPartner(state: State, partner: Partner): void {
  const site = siteIn(state, partner.site);
  const known = site.partners.get(partner.id);
  if (known) {
    known.partner = partner;
    known.identity = identityOf(partner, known.identity.clients);
    return;
  }
  const totals = { days: new Map(), months: new Map() };
  const added: PartnerState = {
    partner,
    totals,
    entries: [],
    payouts: [],
    timeline: [],
    tallies: new Map(),
    arrivals: new ArrivalsByHour(),
    credited: new Moments(),
    identity: identityOf(partner, new SeenClients()),
  };
  site.partners.set(partner.id, added);
  insertSorted(site.partnerOrder, added, placeOf.partner);
  state.partnerSites.set(partner.id, partner.site);
}
