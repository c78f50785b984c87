import type { Interval } from '@reftally/core';
import { CursorError, NotFoundError, type Store, UnavailableError } from '@reftally/store';
import { describe, expect, it } from 'vitest';
import { addAlice, DAY, NOON, samples } from './samples.js';
import type { TestStore } from './TestStore.js';

const touches = [{ code: 'ALICE', at: NOON }];
const eur = (minor: number) => ({ currency: 'EUR', minor });

/** What is promised of conversions, totals and the life of a store. */
export function readContract(test: () => TestStore): void {
  const store = (): Store => test().store();
  conversionContract(store);
  totalsContract(store, test);
  describe('a store', () => {
    it('is writable until it is closed, and then rejects whatever it is asked', async () => {
      const { site } = await addAlice(store());
      expect(store().health()).toEqual({ writable: true });
      await Promise.all([store().close(), store().close()]);
      expect(store().health()).toMatchObject({ writable: false });
      await expect(store().site(site)).rejects.toThrow(UnavailableError);
      await expect(store().record(site, [samples.pageview(site)], NOON)).rejects.toThrow(UnavailableError);
    });

    it('finishes what was asked before it was closed', async () => {
      const { site } = await addAlice(store());
      const events = Array.from({ length: 20 }, () => samples.purchase(site, { touches }));
      const recorded = events.map((event) => store().record(site, [event], NOON));
      await store().close();
      expect((await Promise.all(recorded)).flat()).toHaveLength(20);
      await test().restart();
      expect((await store().conversions({ site, limit: 50 })).rows).toHaveLength(20);
    });
  });
}

function conversionContract(store: () => Store): void {
  describe('conversions', () => {
    it('are found by id, with their site', async () => {
      const { site, alice } = await addAlice(store());
      const purchase = samples.purchase(site, { touches, customerId: 'c' });
      await store().record(site, [purchase], NOON);
      const found = await store().conversion(purchase.uid);
      expect(found).toMatchObject({ site, stored: { refunded: 0, clawedBack: 0 } });
      expect(found?.stored.conversion).toMatchObject({
        id: purchase.uid,
        partner: alice,
        status: 'credited',
        commission: eur(1_000),
        receipt: { rule: 'last-touch', candidates: [{ verdict: 'won' }] },
      });
      expect(await store().conversion('unknown')).toBeUndefined();
    });

    it('are listed newest first, each once, while more arrive and are refunded', async () => {
      const { site } = await addAlice(store());
      const at = [5, 1, 4, 1, 3].map((hours) => NOON + hours);
      const purchases = at.map((time) => samples.purchase(site, { at: time }));
      await store().record(site, purchases, NOON);
      const seen: string[] = [];
      let cursor: string | undefined;
      do {
        const page = await store().conversions({ site, limit: 2, ...(cursor && { cursor }) });
        seen.push(...page.rows.map(({ conversion }) => conversion.id));
        cursor = page.nextCursor;
        const newer = samples.purchase(site, { at: NOON + 100 });
        await store().record(site, [newer, samples.refund(site, newer.orderId)], NOON);
      } while (cursor);
      const expected = [...purchases].sort((a, b) => b.at - a.at || (a.uid < b.uid ? 1 : -1));
      expect(seen).toEqual(expected.map(({ uid }) => uid));
    });

    it('are listed by partner and by days of the site, both ends included', async () => {
      const { site, alice } = await addAlice(store());
      const midnight = NOON - 12 * 3_600_000; // In Berlin, 22:00 UTC of the day before.
      const times = [midnight - 1, midnight, midnight + DAY - 1, midnight + DAY];
      const purchases = times.map((at) => samples.purchase(site, { at }));
      const credited = samples.purchase(site, { touches });
      await store().record(site, [...purchases, credited], NOON + 2 * DAY);
      const ids = async (query: object) =>
        (await store().conversions({ site, limit: 50, ...query })).rows.map((row) => row.conversion.id);
      expect(await ids({ from: '2026-05-01', to: '2026-05-01' })).toEqual([
        purchases[2]?.uid,
        credited.uid,
        purchases[1]?.uid,
      ]);
      expect(await ids({ from: '2026-05-02' })).toEqual([purchases[3]?.uid]);
      expect(await ids({ to: '2026-04-30' })).toEqual([purchases[0]?.uid]);
      expect(await ids({ partner: alice })).toEqual([credited.uid]);
      expect(await ids({ partner: 'nobody' })).toEqual([]);
      expect(await ids({ from: '2026-06-01', to: '2026-05-01' })).toEqual([]);
    });

    it('are listed for every partner who was a candidate, won or lost', async () => {
      const { site, alice } = await addAlice(store());
      const bob = samples.partner(site, { code: 'bob' });
      await store().addPartner(bob, samples.link(bob));
      const seen = [...touches, { code: 'bob', at: NOON + 1 }, ...touches];
      const purchase = samples.purchase(site, { touches: seen, at: NOON + 2 });
      await store().record(site, [purchase], NOON + 2);
      for (const partner of [alice, bob.id]) {
        const { rows } = await store().conversions({ site, limit: 50, partner });
        expect(rows.map(({ conversion }) => [conversion.id, conversion.partner])).toEqual([
          [purchase.uid, bob.id],
        ]);
      }
    });

    it('are found by order, credited or not, by whoever was a candidate', async () => {
      const { site, alice } = await addAlice(store());
      const bob = samples.partner(site, { code: 'bob' });
      await store().addPartner(bob, samples.link(bob));
      const credited = samples.purchase(site, { orderId: '7', touches });
      const direct = samples.purchase(site, { orderId: '8' });
      await store().record(site, [samples.purchase(site, { touches }), credited, direct], NOON);
      const ids = async (query: object) =>
        (await store().conversions({ site, limit: 1, ...query })).rows.map((row) => row.conversion.id);
      expect(await ids({ order: '7' })).toEqual([credited.uid]);
      expect(await ids({ order: '8' })).toEqual([direct.uid]);
      expect(await ids({ order: '9' })).toEqual([]);
      expect(await ids({ order: '7', partner: alice })).toEqual([credited.uid]);
      expect(await ids({ order: '7', partner: bob.id })).toEqual([]);
      expect(await ids({ order: '7', from: '2026-05-02' })).toEqual([]);
      expect((await store().conversions({ site, limit: 1, order: '7' })).nextCursor).toBeUndefined();
    });

    it('refuse an unknown site and a cursor that no page has given', async () => {
      const { site } = await addAlice(store());
      await expect(store().conversions({ site: 'nowhere', limit: 1 })).rejects.toThrow(NotFoundError);
      await expect(store().conversions({ site, limit: 1, cursor: 'x' })).rejects.toThrow(CursorError);
    });

    it('do not change under the hands of who has read them', async () => {
      const { site } = await addAlice(store());
      const purchase = samples.purchase(site);
      await store().record(site, [purchase], NOON);
      const [listed] = (await store().conversions({ site, limit: 1 })).rows;
      const found = await store().conversion(purchase.uid);
      await store().record(site, [samples.refund(site, purchase.orderId)], NOON);
      expect([listed?.refunded, found?.stored.refunded]).toEqual([0, 0]);
    });
  });
}

function totalsContract(store: () => Store, test: () => TestStore): void {
  const total = { from: '2026-05-01', to: '2026-05-31', interval: 'total' as Interval, now: NOON };

  /** Alice: two purchases a month apart, one refunded by half; Bob: nothing. */
  async function tellStory() {
    const { site, alice } = await addAlice(store());
    const bob = samples.partner(site, { name: 'Bob' });
    await store().addPartner(bob, samples.link(bob));
    const may = samples.purchase(site, { touches, customerId: 'c' });
    const june = samples.purchase(site, {
      touches,
      at: NOON + 31 * DAY,
      amount: { currency: 'JPY', minor: 500 },
    });
    await store().record(
      site,
      [
        samples.pageview(site, { visitor: 'visitor-1', touches }),
        samples.signup(site, { visitor: 'visitor-1', customerId: 'c' }),
        may,
        samples.refund(site, may.orderId, { amount: eur(5_000), at: NOON + 3 * DAY }),
        samples.pageview(site),
        samples.pageview(site, { touches: [{ code: 'NOBODY', at: NOON }] }),
        { ...june, touches: [{ code: 'ALICE', at: NOON + 31 * DAY }] },
      ],
      NOON + 31 * DAY,
    );
    return { site, alice, bob: bob.id };
  }

  describe('totals', () => {
    it('have a row for every partner, by name, zeros too', async () => {
      const { site, alice, bob } = await tellStory();
      const { rows, direct, refused } = await store().totals({ site, ...total });
      expect(rows).toEqual([
        {
          partner: alice,
          code: 'ALICE',
          name: 'Alice',
          counts: expect.objectContaining({
            visitors: 1,
            pageviews: 1,
            signups: 1,
            purchases: 1,
            refunds: 1,
            revenue: { EUR: 5_000 },
          }),
          commission: { held: [eur(500)], payable: [], paid: [] },
        },
        {
          partner: bob,
          code: `code-${bob}`,
          name: 'Bob',
          counts: {
            clicks: 0,
            uncounted: 0,
            pageviews: 0,
            visitors: 0,
            signups: 0,
            purchases: 0,
            refunds: 0,
            revenue: {},
          },
          commission: { held: [], payable: [], paid: [] },
        },
      ]);
      expect(direct).toMatchObject({ pageviews: 2, purchases: 0 });
      expect(refused).toEqual({ 'unknown-code': 1 });
    });

    it.each<[Interval, [string, number, number][]]>([
      [
        'day',
        [
          ['2026-05-01', 1, 0],
          ['2026-05-04', 0, 1],
          ['2026-06-01', 1, 0],
        ],
      ],
      [
        'week',
        [
          ['2026-04-27', 1, 0],
          ['2026-05-04', 0, 1],
          ['2026-06-01', 1, 0],
        ],
      ],
      [
        'month',
        [
          ['2026-05', 1, 1],
          ['2026-06', 1, 0],
        ],
      ],
    ])('by %s have a row for each period in which something happened', async (interval, expected) => {
      const { site, alice } = await tellStory();
      await test().restart();
      const { rows } = await store().totals({ site, ...total, to: '2026-12-31', interval });
      expect(rows.map((row) => [row.period, row.counts.purchases, row.counts.refunds])).toEqual(expected);
      expect(new Set(rows.map(({ partner }) => partner))).toEqual(new Set([alice]));
    });

    it('are of whole days of the site, both ends included, and add up however a range is cut', async () => {
      const { site } = await tellStory();
      const revenue = async (from: string, to: string) => {
        const { rows } = await store().totals({ site, ...total, from, to });
        return rows[0]?.counts.revenue;
      };
      expect(await revenue('2026-05-01', '2026-05-01')).toEqual({ EUR: 10_000 });
      expect(await revenue('2026-05-02', '2026-05-03')).toEqual({});
      expect(await revenue('2026-05-02', '2026-06-01')).toEqual({ EUR: -5_000, JPY: 500 });
      expect(await revenue('2026-01-01', '2027-12-31')).toEqual({ EUR: 5_000, JPY: 500 });
      expect(await revenue('2026-06-02', '2026-04-30')).toEqual({});
    });

    it('divide held from payable by the clock, and clawbacks with their earning', async () => {
      const { site } = await tellStory();
      const at = async (now: number) =>
        (await store().totals({ site, ...total, to: '2026-06-30', now })).rows[0]?.commission;
      const yen = { currency: 'JPY', minor: 50 };
      expect(await at(NOON + 30 * DAY - 1)).toEqual({ held: [eur(500), yen], payable: [], paid: [] });
      expect(await at(NOON + 30 * DAY)).toEqual({ held: [yen], payable: [eur(500)], paid: [] });
    });

    it('can be those of one partner', async () => {
      const { site, bob } = await tellStory();
      expect((await store().totals({ site, ...total, partner: bob })).rows).toMatchObject([{ partner: bob }]);
      expect((await store().totals({ site, ...total, partner: 'nobody' })).rows).toEqual([]);
      await expect(store().totals({ site: 'nowhere', ...total })).rejects.toThrow(NotFoundError);
    });

    it('show a changed name, and do not change under the hands of who has read them', async () => {
      const { site, alice } = await tellStory();
      const before = await store().totals({ site, ...total });
      const snapshot = structuredClone(before);
      await store().updatePartner(alice, (old) => ({ ...old, name: 'Zoe' }));
      await store().record(site, [samples.purchase(site, { touches }), samples.pageview(site)], NOON);
      expect(before).toEqual(snapshot);
      const after = await store().totals({ site, ...total });
      expect(after.rows.map(({ name }) => name)).toEqual(['Bob', 'Zoe']);
    });

    it('and conversions are the same after a restart in the middle', async () => {
      const { site } = await tellStory();
      const whole = { site, ...total, to: '2026-12-31' };
      const before = [await store().totals(whole), await store().conversions({ site, limit: 50 })];
      await test().restart();
      expect([await store().totals(whole), await store().conversions({ site, limit: 50 })]).toEqual(before);
    });
  });
}
