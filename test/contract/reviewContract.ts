import type { Policy, Review, ReviewState, ReviewVerdict } from '@reftally/core';
import { ConflictError, NotFoundError, type Store } from '@reftally/store';
import { describe, expect, it } from 'vitest';
import { addAlice, DAY, NOON, samples } from './samples.js';
import type { TestStore } from './TestStore.js';

const touches = [{ code: 'ALICE', at: NOON }];
const LATER = NOON + 40 * DAY;
const eur = (minor: number) => (minor === 0 ? [] : [{ currency: 'EUR', minor }]);

/** What reviewing a conversion does to the account, and that it is done once. */
export function reviewContract(test: () => TestStore): void {
  const store = (): Store => test().store();
  let count = 0;
  const judge = (site: string, conversion: string, verdict: ReviewVerdict, more: Partial<Review> = {}) =>
    store().review(site, conversion, { id: `review-${++count}`, verdict, by: 'Eve', ...more }, LATER);
  const buy = async (site: string, given: Parameters<typeof samples.purchase>[1] = {}) => {
    const sale = samples.purchase(site, { touches, trust: 'server', ...given });
    await store().record(site, [sale], NOON);
    return { id: sale.uid, orderId: sale.orderId };
  };
  const refund = (site: string, orderId: string, minor: number) =>
    store().record(
      site,
      [samples.refund(site, orderId, { trust: 'server', amount: { currency: 'EUR', minor } })],
      NOON,
    );
  const balanceOf = async (site: string, now = LATER) => {
    const range = { from: '2000-01-01', to: '2100-01-01', interval: 'total', now } as const;
    return (await store().totals({ site, ...range })).rows[0]?.commission;
  };
  const listed = async (site: string, state: ReviewState) => {
    const { rows } = await store().reviews({ site, state, limit: 10 });
    return rows.map(({ conversion }) => conversion.id);
  };

  describe('a review', () => {
    it('that holds keeps the money from payouts until it is approved, over restarts', async () => {
      const { site, alice } = await addAlice(store());
      const { id } = await buy(site);
      await buy(site, { amount: { currency: 'EUR', minor: 2000 } });
      await judge(site, id, 'held', { note: 'odd' });
      await test().restart();
      expect(await balanceOf(site)).toEqual({ held: eur(1000), payable: eur(200), paid: [] });
      const { payout } = await store().createPayout(site, 'may', {}, LATER);
      expect(payout.lines).toEqual([{ partner: alice, currency: 'EUR', minor: 200, entries: 1 }]);
      await judge(site, id, 'approved');
      await test().restart();
      expect(await balanceOf(site)).toEqual({ held: [], payable: eur(1000), paid: eur(200) });
      await store().createPayout(site, 'june', {}, LATER);
      expect(await balanceOf(site)).toEqual({ held: [], payable: [], paid: eur(1200) });
    });

    it('that rejects takes back what is left, and the same sale earns nothing until it is approved', async () => {
      const { site, alice } = await addAlice(store());
      const { id, orderId } = await buy(site);
      await refund(site, orderId, 2000);
      await judge(site, id, 'rejected', { note: 'own order' });
      expect(await balanceOf(site)).toEqual({ held: [], payable: [], paid: [] });
      await test().restart();
      await refund(site, orderId, 1000);
      const amount = { currency: 'EUR', minor: 20_000 };
      await store().record(
        site,
        [samples.purchase(site, { orderId, amount, trust: 'reconciled', touches })],
        NOON,
      );
      expect(await balanceOf(site)).toEqual({ held: [], payable: [], paid: [] });
      await test().restart();
      await judge(site, id, 'approved', { note: 'talked to Alice' });
      expect(await balanceOf(site)).toEqual({ held: [], payable: eur(1700), paid: [] });
      await refund(site, orderId, 17_000);
      expect(await balanceOf(site)).toEqual({ held: [], payable: [], paid: [] });
      const lines = await store().chain(alice);
      expect(lines.map(({ type, minor, review, note }) => [type, minor, review, note])).toEqual([
        ['earning', 1000, undefined, undefined],
        ['clawback', -200, undefined, undefined],
        ['adjustment', -800, 'rejected', 'own order'],
        ['adjustment', 1700, 'approved', undefined],
        ['clawback', -1700, undefined, undefined],
      ]);
    });

    it('that rejects what is paid leaves a debt, which the next payout sets off', async () => {
      const { site } = await addAlice(store());
      const { id } = await buy(site);
      await store().createPayout(site, 'may', {}, LATER);
      await judge(site, id, 'rejected');
      expect(await balanceOf(site)).toEqual({ held: [], payable: eur(-1000), paid: eur(1000) });
      await buy(site, { amount: { currency: 'EUR', minor: 15_000 } });
      const { payout } = await store().createPayout(site, 'june', {}, LATER);
      expect(payout.lines).toMatchObject([{ minor: 500 }]);
    });

    it('of a signup works as of a sale', async () => {
      const flat = { currency: 'EUR', minor: 500 };
      const { site } = await addAlice(store(), { rules: { commission: [{ on: 'signup', flat }] } });
      const signup = samples.signup(site, { touches, trust: 'server' });
      await store().record(site, [signup], NOON);
      await judge(site, signup.uid, 'rejected');
      expect(await balanceOf(site, NOON)).toEqual({ held: [], payable: [], paid: [] });
      await judge(site, signup.uid, 'approved');
      expect(await balanceOf(site, NOON)).toEqual({ held: eur(500), payable: [], paid: [] });
      expect(await balanceOf(site)).toEqual({ held: [], payable: eur(500), paid: [] });
    });

    it.each<[string, ReviewVerdict[], ReviewVerdict, string]>([
      ['approving what nobody holds', [], 'approved', 'is not under review: it can be held or rejected'],
      ['holding twice', ['held'], 'held', 'is held already: it can be approved or rejected'],
      [
        'approving twice',
        ['held', 'approved'],
        'approved',
        'is approved already: it can be held or rejected',
      ],
      ['holding what is rejected', ['rejected'], 'held', 'is rejected already: it can be approved.'],
    ])('is refused where it makes no sense: %s', async (_, before, verdict, problem) => {
      const { site } = await addAlice(store());
      const { id } = await buy(site);
      for (const one of before) await judge(site, id, one);
      const balance = await balanceOf(site);
      await test().restart();
      const refused = judge(site, id, verdict);
      await expect(refused).rejects.toThrow(ConflictError);
      await expect(refused).rejects.toThrow(problem);
      expect(await balanceOf(site)).toEqual(balance);
    });

    it('needs a conversion that somebody is credited with', async () => {
      const { site } = await addAlice(store());
      await expect(judge(site, 'nothing', 'held')).rejects.toThrow(NotFoundError);
      const { id } = await buy(site, { touches: [] });
      await expect(judge(site, id, 'held')).rejects.toThrow('credited to nobody');
    });

    it('is kept with who, when and why, whatever comes after', async () => {
      const { site } = await addAlice(store());
      const { id, orderId } = await buy(site);
      await judge(site, id, 'held', { id: 'a', note: 'odd' });
      const amount = { currency: 'EUR', minor: 9000 };
      await store().record(
        site,
        [samples.purchase(site, { orderId, amount, trust: 'reconciled', touches })],
        NOON,
      );
      await judge(site, id, 'approved', { id: 'b', by: 'Max' });
      await test().restart();
      const { stored } = (await store().conversion(id)) ?? {};
      expect(stored?.conversion.reviews).toEqual([
        { id: 'a', verdict: 'held', by: 'Eve', at: LATER, note: 'odd' },
        { id: 'b', verdict: 'approved', by: 'Max', at: LATER },
      ]);
    });

    it.each<[string, (index: number) => string, number]>([
      ['one id', () => 'same', 50],
      ['an id each', (index) => `each-${index}`, 1],
    ])('happens once when 50 ask at the same time with %s', async (_, idOf, answered) => {
      const { site, alice } = await addAlice(store());
      const { id } = await buy(site);
      for (const [round, verdict] of (['rejected', 'approved'] as const).entries()) {
        const asked = await Promise.allSettled(
          Array.from({ length: 50 }, (__, index) =>
            judge(site, id, verdict, { id: `${round}-${idOf(index)}` }),
          ),
        );
        const done = asked.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
        expect(done).toHaveLength(answered);
        expect(done.filter(({ isNew }) => isNew)).toHaveLength(1);
        expect(new Set(done.map(({ stored }) => JSON.stringify(stored))).size).toBe(1);
      }
      await test().restart();
      expect((await store().chain(alice)).map(({ minor }) => minor)).toEqual([1000, -1000, 1000]);
      expect((await store().conversion(id))?.stored.conversion.reviews).toHaveLength(2);
    });

    it('again under its id is answered alike, and another one under it is refused', async () => {
      const { site } = await addAlice(store());
      const { id } = await buy(site);
      const first = await judge(site, id, 'held', { id: 'a', note: 'odd' });
      await test().restart();
      expect(await judge(site, id, 'held', { id: 'a', note: 'odd' })).toEqual({ ...first, isNew: false });
      for (const other of [{ note: 'else' }, { by: 'Max', note: 'odd' }, {}])
        await expect(judge(site, id, 'held', { id: 'a', ...other })).rejects.toThrow(
          'another review already',
        );
    });

    it('that rejects frees what commission rules have counted', async () => {
      const rule = {
        on: 'purchase' as const,
        percent: '10',
        capPerPeriod: { period: 'month' as const, money: eur(1200) },
        capPerCustomer: { orders: 2 },
      };
      const { site } = await addAlice(store(), { rules: { commission: [rule] } });
      const anna = { customerId: 'anna' };
      const earned = async (id: string) =>
        (await store().conversion(id))?.stored.conversion.commission?.minor ?? 0;
      const sales = [await buy(site, anna), await buy(site, anna), await buy(site, anna)];
      expect(await Promise.all(sales.map(({ id }) => earned(id)))).toEqual([1000, 200, 0]);
      await judge(site, sales[0]?.id ?? '', 'rejected');
      await test().restart();
      const more = [await buy(site, anna), await buy(site, anna)];
      expect(await Promise.all(more.map(({ id }) => earned(id)))).toEqual([1000, 0]);
      expect(await balanceOf(site)).toMatchObject({ payable: eur(1200) });
    });

    it('that rejects takes a sale out of the table of its rule', async () => {
      const steps = [
        { after: 0, percent: '10' },
        { after: 1, percent: '20' },
      ];
      const tiers = { by: 'purchases' as const, per: 'month' as const, steps };
      const { site } = await addAlice(store(), { rules: { commission: [{ on: 'purchase', tiers }] } });
      const { id } = await buy(site);
      await judge(site, id, 'rejected');
      await buy(site);
      expect(await balanceOf(site)).toMatchObject({ payable: eur(1000) });
      await test().restart();
      await judge(site, id, 'approved');
      await buy(site);
      expect(await balanceOf(site)).toMatchObject({ payable: eur(4000) });
    });
  });

  describe('a flag that holds', () => {
    const visitor = 'visitor-1';
    const amount = { currency: 'EUR', minor: 10_000 };

    /** Alice's site, and a visitor of hers who came from a host that is banned there. */
    async function withBanned(rules: Partial<Policy> = {}) {
      const fraud = { bannedReferrers: ['coupons.example'] };
      const { site, alice } = await addAlice(store(), { rules: { fraud, ...rules } });
      const page = { url: 'https://shop.example/', referrer: 'https://coupons.example/' };
      await store().record(site, [samples.pageview(site, { visitor, touches, ...page })], NOON);
      return { site, alice };
    }

    it('keeps the money from payouts until somebody approves, over restarts', async () => {
      const { site, alice } = await withBanned();
      const { id } = await buy(site, { visitor, touches: [] });
      await test().restart();
      expect(await listed(site, 'open')).toEqual([id]);
      expect(await balanceOf(site)).toEqual({ held: eur(1000), payable: [], paid: [] });
      expect(await store().previewPayout(site, {}, LATER)).toEqual([]);
      expect((await store().chain(alice)).map(({ review }) => review)).toEqual(['open']);
      await judge(site, id, 'approved');
      await test().restart();
      expect([await listed(site, 'open'), await listed(site, 'approved')]).toEqual([[], [id]]);
      expect(await balanceOf(site, NOON)).toEqual({ held: eur(1000), payable: [], paid: [] });
      expect(await balanceOf(site)).toEqual({ held: [], payable: eur(1000), paid: [] });
    });

    it('holds what refunds leave, and what a better report makes of it', async () => {
      const { site } = await withBanned();
      const early = { refundId: 'early', trust: 'server' as const, amount: { currency: 'EUR', minor: 1000 } };
      await store().record(site, [samples.refund(site, 'o', early)], NOON);
      const { id } = await buy(site, { orderId: 'o', visitor, touches: [] });
      await refund(site, 'o', 2000);
      expect(await balanceOf(site)).toEqual({ held: eur(700), payable: [], paid: [] });
      const better = { orderId: 'o', trust: 'reconciled' as const, amount: { currency: 'EUR', minor: 9000 } };
      await store().record(site, [samples.purchase(site, better)], NOON);
      await test().restart();
      expect(await balanceOf(site)).toEqual({ held: eur(600), payable: [], paid: [] });
      await judge(site, id, 'approved');
      expect(await balanceOf(site)).toEqual({ held: [], payable: eur(600), paid: [] });
    });

    it.each<[string, ReviewVerdict[], string[]]>([
      ['open', [], ['open']],
      ['held', ['held'], ['held', '']],
      ['approved', ['approved'], ['approved', '']],
      ['rejected', ['rejected'], ['rejected']],
    ])(
      'of what a page alone has reported: once the server does, its first money is %s',
      async (state, verdicts, marks) => {
        const { site, alice } = await withBanned({ paysFrom: 'server' });
        const { id, orderId } = await buy(site, { trust: 'browser', visitor, touches: [] });
        for (const verdict of verdicts) await judge(site, id, verdict);
        await test().restart();
        await store().record(site, [samples.purchase(site, { orderId, amount, trust: 'server' })], NOON);
        expect((await store().chain(alice)).map(({ review = '' }) => review)).toEqual(marks);
        const isHeld = state === 'open' || state === 'held';
        expect(await balanceOf(site)).toEqual({
          held: eur(isHeld ? 1000 : 0),
          payable: eur(state === 'approved' ? 1000 : 0),
          paid: [],
        });
      },
    );
  });

  describe('the queue', () => {
    it('lists conversions by how they stand, oldest first, over restarts', async () => {
      const { site } = await addAlice(store());
      const ids: string[] = [];
      for (const day of [2, 0, 1])
        ids.push(
          (await buy(site, { at: NOON - day * DAY, touches: [{ code: 'ALICE', at: NOON - 3 * DAY }] })).id,
        );
      const [old = '', young = '', middle = ''] = ids;
      for (const id of [young, old, middle]) await judge(site, id, 'held');
      expect(await listed(site, 'held')).toEqual([old, middle, young]);
      await judge(site, middle, 'rejected');
      await test().restart();
      expect(await listed(site, 'held')).toEqual([old, young]);
      await judge(site, young, 'approved');
      await judge(site, middle, 'approved');
      expect(await listed(site, 'approved')).toEqual([middle, young]);
      const { counts } = await store().reviews({ site, state: 'open', limit: 1 });
      expect(counts).toEqual({ open: 0, held: 1, approved: 2, rejected: 0 });
    });

    it('is paged, whatever is decided meanwhile', async () => {
      const { site } = await addAlice(store());
      const ids: string[] = [];
      for (let hour = 0; hour < 5; hour++) {
        ids.push((await buy(site, { at: NOON + hour })).id);
        await judge(site, ids.at(-1) ?? '', 'held');
      }
      const first = await store().reviews({ site, state: 'held', limit: 2 });
      await judge(site, ids[0] ?? '', 'approved');
      await test().restart();
      const cursor = first.nextCursor ?? '';
      const second = await store().reviews({ site, state: 'held', limit: 2, cursor });
      const third = await store().reviews({ site, state: 'held', limit: 2, cursor: second.nextCursor ?? '' });
      const pages = [first, second, third].map(({ rows }) => rows.map(({ conversion }) => conversion.id));
      expect(pages).toEqual([ids.slice(0, 2), ids.slice(2, 4), ids.slice(4)]);
      expect(third.nextCursor).toBeUndefined();
      await expect(store().reviews({ site: 'nowhere', state: 'held', limit: 1 })).rejects.toThrow(
        NotFoundError,
      );
    });
  });
}
