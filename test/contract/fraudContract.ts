import { createHash } from 'node:crypto';
import type { Policy } from '@reftally/core';
import { NotFoundError, type Store } from '@reftally/store';
import { describe, expect, it } from 'vitest';
import { addAlice, DAY, NOON, samples } from './samples.js';
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

    it('remembers over restarts by what a partner is known as a customer', async () => {
      const { site, alice } = await siteWith();
      const emailHash = createHash('sha256').update('alice@gmail.com').digest('hex');
      const signup = samples.signup(site, { touches, customerId: 'anna', emailHash });
      await store().record(site, [signup], NOON);
      expect(await signalsOf(signup.uid)).toBeUndefined();
      await store().updatePartner(alice, (it) => ({ ...it, email: 'A.lice+shop@Googlemail.com' }));
      expect(await sell(site, { customerId: 'anna' })).toEqual(['self-referral']);
      expect(await sell(site, { customerId: 'ben', touches })).toBeUndefined();
      await store().updatePartner(alice, (it) => ({ ...it, customerId: 'ben' }));
      expect(await sell(site, { customerId: 'ben', touches })).toEqual(['self-referral']);
      await expectSameAgain(site);
    });

    it('remembers a partner’s browser over restarts, for as long as its hash can come again', async () => {
      const { site, alice } = await siteWith();
      await store().sawPartner(alice, 'k1', NOON - DAY);
      await store().sawPartner(alice, 'k2', NOON);
      await store().sawPartner(alice, 'k2', NOON + 1);
      expect(await sell(site, { touches, client: 'k1' })).toEqual(['self-referral']);
      expect(await sell(site, { touches, client: 'k2' })).toEqual(['self-referral']);
      expect(await sell(site, { touches, client: 'k3' })).toBeUndefined();
      await store().sawPartner(alice, 'k4', NOON + 3 * DAY);
      expect(await sell(site, { touches, client: 'k2' })).toBeUndefined();
      await expectSameAgain(site);
    });

    it('remembers over restarts through which ad a visit came', async () => {
      const { site } = await siteWith();
      const landing = { url: 'https://shop.example/' };
      await store().record(
        site,
        [samples.pageview(site, { visitor, touches, ...landing, ad: 'gclid' })],
        NOON,
      );
      expect(await sell(site, { visitor })).toEqual(['ad-click']);
      await store().record(site, [samples.click(site, 'ALICE', { client: 'k', ad: 'gclid' })], NOON);
      await test().restart();
      const linked = { visitor: 'visitor-2', client: 'k', touches, ...landing };
      await store().record(site, [samples.pageview(site, linked)], NOON);
      expect(await sell(site, { visitor: 'visitor-2' })).toEqual(['ad-click']);
      await expectSameAgain(site);
    });

    it('counts over restarts how fast a partner’s conversions follow each other, whoever races', async () => {
      const { site } = await siteWith({ velocity: { perDay: 2 } });
      await store().record(site, [samples.signup(site, { touches })], NOON);
      const late = [{ code: 'ALICE', at: NOON + DAY }];
      expect(await sell(site, { touches })).toBeUndefined();
      expect(await sell(site, { touches })).toEqual(['velocity']);
      expect(await sell(site, { touches: [] })).toBeUndefined();
      expect(await sell(site, { touches: late, at: NOON + DAY })).toBeUndefined();
      const many = Array.from({ length: 20 }, () =>
        samples.purchase(site, { touches: late, at: NOON + DAY + 1 }),
      );
      await Promise.all(many.map((sale) => store().record(site, [sale], NOON + DAY + 1)));
      const signals = await Promise.all(many.map(({ uid }) => signalsOf(uid)));
      expect(signals.filter((found) => found?.includes('velocity'))).toHaveLength(19);
      await expectSameAgain(site);
    });

    it('keeps raw clicks beside counted ones, and floods of them over restarts', async () => {
      const { site, alice } = await siteWith({ clickFlood: { perHour: 10, minShare: 50, perClient: 3 } });
      const follow = (given: object, at = NOON) =>
        store().record(site, [samples.click(site, 'alice', { at, ...given })], at);
      for (const client of ['a', 'b', 'c', 'd', 'e']) await follow({ client });
      await follow({ client: 'a' });
      await test().restart();
      for (const client of ['f', 'g', 'h']) await follow({ client, bot: true });
      const land = (who: string, client: string, at = NOON) =>
        samples.pageview(site, {
          visitor: who,
          client,
          at,
          url: 'https://shop.example/',
          touches: [{ code: 'ALICE', at }],
        });
      await store().record(site, [land('visitor-a', 'a'), land('visitor-z', 'z')], NOON);
      expect(await sell(site, { visitor: 'visitor-z' })).toBeUndefined();
      await follow({ client: 'f', bot: true });
      expect(await sell(site, { visitor: 'visitor-z' })).toEqual(['click-flood']);
      const later = NOON + DAY / 2;
      for (let nth = 2; nth <= 4; nth++) {
        await store().record(site, [land(`visitor-${nth}`, 'z', later)], later);
        await test().restart();
      }
      const late = (who: string) => sell(site, { visitor: who, at: later });
      expect(await late('visitor-3')).toBeUndefined();
      expect(await late('visitor-4')).toEqual(['click-flood']);
      const range = { site, from: '2026-05-01', to: '2026-05-02', now: NOON };
      const { rows } = await store().totals({ ...range, interval: 'total', partner: alice });
      expect(rows[0]?.counts).toMatchObject({ clicks: 9, uncounted: 5, visitors: 5 });
      await expectSameAgain(site);
    });

    it('keeps no browsers where the policy does not look, and knows no strangers', async () => {
      const { site, alice } = await siteWith({ selfReferral: 'off' });
      await store().sawPartner(alice, 'k1', NOON);
      await store().updateSite(site, (it) => ({ ...it, policy: { ...it.policy, fraud: {} } }));
      expect(await sell(site, { touches, client: 'k1' })).toBeUndefined();
      await expect(store().sawPartner('nobody', 'k1', NOON)).rejects.toThrow(NotFoundError);
    });

    it('refuses a partner’s own sales where the policy says so, and says beforehand what that changes', async () => {
      const { site, alice } = await siteWith();
      await store().updatePartner(alice, (it) => ({ ...it, customerId: 'anna' }));
      expect(await sell(site, { touches, customerId: 'anna' })).toEqual(['self-referral']);
      const policy = { fraud: { selfReferral: 'refuse' as const } };
      const flags = [{ signal: 'self-referral', holds: true }];
      const { changed, examples } = await store().replay({ site, policy });
      expect([changed, examples]).toEqual([
        1,
        [
          expect.objectContaining({
            before: expect.objectContaining({ flags }),
            after: { reason: 'self-referral' },
          }),
        ],
      ]);
      await store().updateSite(site, (it) => ({ ...it, policy: { ...it.policy, ...policy } }));
      const sale = samples.purchase(site, { touches, customerId: 'anna' });
      const [row] = await store().record(site, [sale], NOON);
      expect(row).toMatchObject({ status: 'refused', reason: 'self-referral' });
      await expectSameAgain(site);
    });
  });
}
