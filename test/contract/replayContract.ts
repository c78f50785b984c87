import type { Policy, ReviewVerdict } from '@reftally/core';
import { NotFoundError, type ReplayQuery, type Store } from '@reftally/store';
import { describe, expect, it } from 'vitest';
import { addAlice, DAY, NOON, samples } from './samples.js';
import type { TestStore } from './TestStore.js';

/** What replaying a history under another policy promises. */
export function replayContract(test: () => TestStore): void {
  const store = (): Store => test().store();
  const replay = (site: string, policy: Partial<Policy> = {}, more: Partial<ReplayQuery> = {}) =>
    store().replay({ site, policy, ...more });
  const eur = (minor: number) => [{ currency: 'EUR', minor }];

  /** Alice's link, Bob's a day later, and an order of 100 EUR another day later, of which 40 come back. */
  async function twoPartners() {
    const { site, alice } = await addAlice(store());
    const bob = samples.partner(site, { code: 'BOB' });
    await store().addPartner(bob, samples.link(bob));
    const visitor = 'visitor-of-both';
    const touches = [
      { code: 'ALICE', at: NOON },
      { code: 'BOB', at: NOON + DAY },
    ];
    const now = NOON + 2 * DAY;
    const amount = { currency: 'EUR', minor: 10_000 };
    const order = samples.purchase(site, { orderId: 'o', visitor, touches, amount, at: now });
    await store().record(site, [order], now);
    const back = { currency: 'EUR', minor: 4000 };
    await store().record(site, [samples.refund(site, 'o', { amount: back, at: now })], now);
    return { site, alice, bob: bob.id };
  }

  describe('a replay', () => {
    it('says who would gain, who would lose, by how much after refunds, and why', async () => {
      const { site, alice, bob } = await twoPartners();
      const none = { conversions: 0, commission: [] };
      const all = { conversions: 1, commission: eur(600) };
      expect(await replay(site, { model: 'first' })).toEqual({
        conversions: 1,
        changed: 1,
        partners: [
          { partner: alice, before: none, after: all, difference: eur(600) },
          { partner: bob, before: all, after: none, difference: eur(-600) },
        ].sort((a, b) => (a.partner < b.partner ? -1 : 1)),
        unchanged: 0,
        examples: [
          expect.objectContaining({
            type: 'purchase',
            orderId: 'o',
            at: NOON + 2 * DAY,
            amount: { currency: 'EUR', minor: 10_000 },
            before: { partner: bob, code: 'BOB', commission: { currency: 'EUR', minor: 1000 } },
            after: { partner: alice, code: 'ALICE', commission: { currency: 'EUR', minor: 1000 } },
          }),
        ],
      });
    });

    it.each<[string, Partial<Policy>, object]>([
      ['a rate', { commission: [{ on: 'purchase', percent: '20' }] }, { difference: eur(600) }],
      ['no commission', { commission: [] }, { difference: eur(-600) }],
      ['a window that is too short', { windowDays: 0 }, { after: { conversions: 0, commission: [] } }],
    ])('of %s', async (_what, policy, expected) => {
      const { site, bob } = await twoPartners();
      const { partners } = await replay(site, policy);
      expect(partners).toEqual([expect.objectContaining({ partner: bob, ...expected })]);
    });

    it('changes nothing', async () => {
      const { site, bob } = await twoPartners();
      const before = [await store().chain(bob), await store().conversions({ site, limit: 10 })];
      await replay(site, { model: 'first' });
      expect([await store().chain(bob), await store().conversions({ site, limit: 10 })]).toEqual(before);
      await test().restart();
      expect([await store().chain(bob), await store().conversions({ site, limit: 10 })]).toEqual(before);
    });

    it('of the policy in force is the history: with what held then, and who was paused then', async () => {
      const { site, bob } = await twoPartners();
      const buy = () =>
        store().record(
          site,
          [samples.purchase(site, { touches: [{ code: 'BOB', at: NOON }], at: NOON })],
          NOON,
        );
      await store().updateSite(site, (it) => ({ ...it, policy: { ...it.policy, model: 'first' } }));
      await buy();
      await store().updatePartner(bob, (it) => ({ ...it, status: 'paused' }));
      await buy();
      await store().updateSite(site, (it) => ({ ...it, policy: { ...it.policy, commission: [] } }));
      expect(await replay(site)).toEqual({
        conversions: 3,
        changed: 0,
        partners: [],
        unchanged: 1,
        examples: [],
      });
    });

    it('compares the days that are asked for, and remembers what came before', async () => {
      const { site } = await twoPartners();
      const first = { model: 'first' } as const;
      expect(await replay(site, first, { to: '2026-05-02' })).toMatchObject({ conversions: 0, partners: [] });
      const { partners } = await replay(site, first, { from: '2026-05-03', to: '2026-05-03' });
      expect(partners.map(({ difference }) => difference[0]?.minor).sort()).toEqual([-600, 600]);
    });

    /** The order of both is rejected, and 5 EUR of it come back after that. */
    async function twoRejected() {
      const both = await twoPartners();
      const { site } = both;
      const { rows } = await store().conversions({ site, limit: 1 });
      const review = (id: string, verdict: ReviewVerdict) =>
        store().review(site, rows[0]?.conversion.id ?? '', { id, verdict, by: 'Eve' }, NOON + 9 * DAY);
      await review('r', 'rejected');
      const amount = { currency: 'EUR', minor: 500 };
      await store().record(site, [samples.refund(site, 'o', { amount, at: NOON + 2 * DAY })], NOON + 9 * DAY);
      return { ...both, review };
    }

    it.each<[string, Partial<ReplayQuery>]>([
      ['the whole history', {}],
      ['the days of the sale, of which the verdict was none', { to: '2026-05-03' }],
    ])(
      'leaves verdicts as they were: what is rejected earns nothing on both sides, over %s',
      async (_, days) => {
        const { site } = await twoRejected();
        const { changed, partners } = await replay(site, { model: 'first' }, days);
        expect(changed).toBe(1);
        expect(partners.flatMap(({ difference }) => difference)).toEqual([]);
      },
    );

    it('leaves verdicts as they were: what is approved again earns what it would have by then', async () => {
      const { site, alice, bob, review } = await twoRejected();
      await review('a', 'approved');
      const { partners } = await replay(site, { model: 'first' });
      const differences = partners.map(({ partner, difference }) => [partner, difference]);
      expect(Object.fromEntries(differences)).toEqual({ [alice]: eur(550), [bob]: eur(-550) });
    });

    it('leaves out what a hand has done, and other sites', async () => {
      const { site, alice } = await twoPartners();
      const other = await twoPartners();
      const bonus = { id: 'b', site, partner: alice, currency: 'EUR', minor: 9, note: 'thanks' };
      await store().adjust(bonus, NOON);
      await store().createPayout(site, 'may', {}, NOON + 90 * DAY);
      const { conversions, partners } = await replay(site, { model: 'first' });
      expect(conversions).toBe(1);
      expect(partners.map(({ partner }) => partner)).not.toContain(other.alice);
      expect(partners.map(({ difference }) => difference[0]?.minor).sort()).toEqual([-600, 600]);
    });

    it('tells how far it is, and ends when it is told to', async () => {
      const { site } = await twoPartners();
      const heard: [number, number][] = [];
      await store().replay({ site, policy: {} }, { onProgress: (done, total) => heard.push([done, total]) });
      const [done, total] = heard.at(-1) ?? [];
      expect(total).toBeGreaterThan(0);
      expect(done).toBe(total);
      const signal = AbortSignal.abort(new Error('enough'));
      await expect(store().replay({ site, policy: {} }, { signal })).rejects.toThrow('enough');
      const later = new AbortController();
      const going = store().replay({ site, policy: {} }, { signal: later.signal });
      later.abort(new Error('not any more'));
      await expect(going).rejects.toThrow('not any more');
    });

    it('of a site that is not there is refused', async () => {
      await expect(replay('nowhere')).rejects.toThrow(NotFoundError);
    });
  });
}
