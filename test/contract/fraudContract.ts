import type { Policy } from '@reftally/core';
import type { Store } from '@reftally/store';
import { describe, expect, it } from 'vitest';
import { addAlice, NOON, samples } from './samples.js';
import type { TestStore } from './TestStore.js';

const touches = [{ code: 'ALICE', at: NOON }];
const visitor = 'visitor-1';

/** What signals look at is there after a restart, and a replay finds the same. */
export function fraudContract(test: () => TestStore): void {
  const store = (): Store => test().store();
  const siteWith = (fraud: Policy['fraud'] = {}) => addAlice(store(), { rules: { fraud } });
  const signalsOf = async (id: string) =>
    (await store().conversion(id))?.stored.conversion.flags?.map(({ signal }) => signal);

  /** Records a sale, after a restart and before one, and resolves to its signals. */
  async function sell(site: string, given: Parameters<typeof samples.purchase>[1]) {
    await test().restart();
    const sale = samples.purchase(site, given);
    await store().record(site, [sale], NOON);
    await test().restart();
    return signalsOf(sale.uid);
  }

  /** The history under the policy of its time is the history. */
  async function expectSameAgain(site: string) {
    expect(await store().replay({ site, policy: {} })).toMatchObject({ changed: 0 });
  }

  describe('fraud', () => {
    it('remembers over restarts from where a visit and a customer came', async () => {
      const { site } = await siteWith({ bannedReferrers: ['coupons.example'] });
      const page = { url: 'https://shop.example/', referrer: 'https://coupons.example/top' };
      await store().record(site, [samples.pageview(site, { visitor, touches, ...page })], NOON);
      expect(await sell(site, { visitor })).toEqual(['banned-referrer']);
      await store().record(site, [samples.signup(site, { visitor, customerId: 'anna' })], NOON);
      expect(await sell(site, { customerId: 'anna' })).toEqual(['banned-referrer']);
      expect(await sell(site, { touches })).toBeUndefined();
      await expectSameAgain(site);
    });
  });
}
