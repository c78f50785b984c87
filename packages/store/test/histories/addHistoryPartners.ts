import type { Store } from '@reftally/store';
import { samples } from '../../../../test/contract/samples.js';
import { HISTORY_SITE } from './HISTORY_SITE.js';

/** Alice and Bob, by the codes ALICE and BOB. */
export async function addHistoryPartners(store: Store, windowDays = 30): Promise<void> {
  await store.addSite(samples.site({ id: HISTORY_SITE, rules: { windowDays } }));
  for (const code of ['ALICE', 'BOB']) {
    const partner = samples.partner(HISTORY_SITE, { id: code, code });
    await store.addPartner(partner, samples.link(partner, { id: code }));
  }
}
