import { expect, it } from 'vitest';
import { addAlice, samples } from '../../../test/contract/samples.js';
import { applyRow } from '../src/file/applyRow.js';
import { emptyState } from '../src/file/emptyState.js';
import { foldSite } from '../src/file/foldSite.js';
import { priorOf } from '../src/file/priorOf.js';
import { siteIn } from '../src/file/siteIn.js';
import { openTestStore } from './openTestStore.js';

it('knows the refunds of a db.json of before, which had their ids in one place only', async () => {
  const { store } = await openTestStore();
  const { site } = await addAlice(store);
  const found = await store.site(site);
  if (!found) throw new Error('the site is there');
  const state = emptyState();
  foldSite(state, found);
  applyRow(state, { of: site, refundEvents: [['refund-1', { reason: 'over-refund' }]] });
  const of = (id: string) => priorOf(siteIn(state, site), { ...samples.pageview(site), id });
  expect([of('refund-1'), of('refund-2')]).toEqual([{ reason: 'over-refund' }, undefined]);
});
