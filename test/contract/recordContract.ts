import { NotFoundError, type Store } from '@reftally/store';
import { describe, expect, it } from 'vitest';
import { addAlice, DAY, MINUTE, NOON, samples } from './samples.js';
import type { TestStore } from './TestStore.js';

const touches = [{ code: 'ALICE', at: NOON }];

/** What `record` promises. */
export function recordContract(test: () => TestStore): void {
  const store = (): Store => test().store();
  const one = async (event: Parameters<Store['record']>[1][number]) =>
    (await store().record(event.site, [event], NOON))[0];

  describe('record', () => {
    it('answers one row per event, in their order', async () => {
      const { site, alice } = await addAlice(store());
      const view = samples.pageview(site, { touches });
      const refused = samples.pageview(site, { touches: [{ code: 'NOBODY', at: NOON }] });
      const purchase = samples.purchase(site, { touches });
      expect(await store().record(site, [view, refused, purchase], NOON)).toEqual([
        { id: view.id, status: 'accepted', partner: alice },
        { id: refused.id, status: 'refused', reason: 'unknown-code' },
        { id: purchase.id, status: 'accepted', partner: alice, conversion: purchase.uid },
      ]);
    });

    it('answers nothing to no events', async () => {
      const { site } = await addAlice(store());
      expect(await store().record(site, [], NOON)).toEqual([]);
    });

    it('rejects events of a site that does not exist', async () => {
      await expect(store().record('nowhere', [], NOON)).rejects.toThrow(NotFoundError);
    });

    it.each([
      ['pageview', (site: string) => samples.pageview(site, { touches })],
      ['signup', (site: string) => samples.signup(site, { touches })],
      ['purchase', (site: string) => samples.purchase(site, { touches })],
    ])('counts the event id of a %s once, and answers a conversion as before', async (_, make) => {
      const { site } = await addAlice(store());
      const event = make(site);
      const [first, second] = await store().record(site, [event, event], NOON);
      const { status, partner, ...original } = first ?? { id: '', status: 'refused' };
      const isConversion = 'conversion' in original;
      expect(status).toBe('accepted');
      expect(second).toEqual({ ...original, ...(isConversion && { partner }), status: 'duplicate' });
      await test().restart();
      expect(await one(event)).toEqual(second);
    });

    it.each([
      ['purchase', samples.purchase, { orderId: 'another' }],
      ['signup', samples.signup, { customerId: 'another' }],
    ])('knows a %s by its event id, whatever else it says the second time', async (_, make, other) => {
      const { site, alice } = await addAlice(store());
      const event = make(site, { touches });
      await one(event);
      const { id, uid: conversion } = event;
      const again = { id, status: 'duplicate', partner: alice, conversion };
      expect(await one({ ...event, ...other })).toEqual(again);
      await test().restart();
      expect(await one({ ...event, ...other })).toEqual(again);
    });

    it('answers an order that another event reports again as the first time', async () => {
      const { site, alice } = await addAlice(store());
      const first = samples.purchase(site, { touches });
      const again = samples.purchase(site, { orderId: first.orderId });
      await one(first);
      const duplicate = { status: 'duplicate', partner: alice, conversion: first.uid };
      expect(await one(again)).toEqual({ id: again.id, ...duplicate });
      await test().restart();
      expect(await one(again)).toEqual({ id: again.id, ...duplicate });
    });

    it('answers a refused order with its reason again', async () => {
      const { site } = await addAlice(store());
      const first = samples.purchase(site, { touches: [{ code: 'NOBODY', at: NOON }] });
      expect(await one(first)).toMatchObject({ status: 'refused', reason: 'unknown-code' });
      const again = samples.purchase(site, { orderId: first.orderId, touches });
      expect(await one(again)).toEqual({
        id: again.id,
        status: 'duplicate',
        reason: 'unknown-code',
        conversion: first.uid,
      });
    });

    it('counts the signup of a customer once', async () => {
      const { site, alice } = await addAlice(store());
      const first = samples.signup(site, { customerId: 'c', touches });
      const again = samples.signup(site, { customerId: 'c' });
      await one(first);
      await test().restart();
      expect(await one(again)).toEqual({
        id: again.id,
        status: 'duplicate',
        partner: alice,
        conversion: first.uid,
      });
    });

    it('keeps sites apart: the same event, order and customer happen on each', async () => {
      const a = await addAlice(store());
      const b = await addAlice(store());
      const same = { id: 'e', orderId: 'o', customerId: 'c' };
      expect(await one(samples.purchase(a.site, same))).toMatchObject({ status: 'accepted' });
      expect(await one(samples.purchase(b.site, same))).toMatchObject({ status: 'accepted' });
    });

    it.each(['last', 'first'] as const)(
      'takes one of 50 parallel reports of an order, model %s, and answers all alike',
      async (model) => {
        const { site } = await addAlice(store(), { rules: { model } });
        const bob = samples.partner(site, { code: 'BOB' });
        await store().addPartner(bob, samples.link(bob));
        const both = [...touches, { code: 'BOB', at: NOON + 40 * MINUTE }];
        const reports = Array.from({ length: 50 }, () =>
          samples.purchase(site, { orderId: 'o', at: NOON + 50 * MINUTE, touches: both }),
        );
        const rows = (await Promise.all(reports.map((event) => store().record(site, [event], NOON)))).flat();
        expect(rows.filter(({ status }) => status === 'accepted')).toHaveLength(1);
        expect(rows.filter(({ status }) => status === 'duplicate')).toHaveLength(49);
        expect(new Set(rows.map(({ partner }) => partner)).size).toBe(1);
        expect(new Set(rows.map(({ conversion }) => conversion)).size).toBe(1);
        const { rows: stored } = await store().conversions({ site, limit: 10 });
        expect(stored).toHaveLength(1);
        expect(stored[0]?.conversion.partner === bob.id).toBe(model === 'last');
      },
    );

    it('credits by touches and bindings that it was told before, over a restart', async () => {
      const { site, alice } = await addAlice(store());
      await one(samples.pageview(site, { visitor: 'visitor-1', touches }));
      await test().restart();
      const signup = samples.signup(site, { visitor: 'visitor-1', customerId: 'c', at: NOON + DAY });
      expect(await one(signup)).toMatchObject({ partner: alice });
      await test().restart();
      const elsewhere = samples.purchase(site, { customerId: 'c', at: NOON + 60 * DAY });
      expect(await one(elsewhere)).toMatchObject({ partner: alice });
    });

    it('counts one visit through a link and its landing page as one click, over a restart', async () => {
      const { site, alice } = await addAlice(store());
      await one(samples.click(site, 'alice', { client: 'browser-1' }));
      await test().restart();
      const landing = { client: 'browser-1', visitor: 'visitor-1', at: NOON + MINUTE };
      await one(samples.pageview(site, { ...landing, touches: [{ code: 'ALICE', at: NOON + MINUTE }] }));
      await test().restart();
      const again = samples.click(site, 'alice', { client: 'browser-1', at: NOON + 2 * MINUTE });
      expect(await one(again)).toMatchObject({ status: 'refused', reason: 'repeat' });
      const { rows } = await store().totals({
        site,
        from: '2026-05-01',
        to: '2026-05-01',
        interval: 'total',
        now: NOON,
      });
      expect(rows).toMatchObject([{ partner: alice, counts: { clicks: 1, visitors: 1, pageviews: 1 } }]);
    });

    it('keeps what people call their things, whatever they call them', async () => {
      const { site, alice } = await addAlice(store());
      for (const name of ['__proto__', 'constructor', 'toString', '', ' ', '\u{1f600}"\\']) {
        const purchase = samples.purchase(site, {
          id: name,
          orderId: name,
          customerId: name,
          visitor: name,
          touches,
        });
        expect(await one(purchase)).toMatchObject({ status: 'accepted', partner: alice });
      }
      await test().restart();
      expect(await one(samples.purchase(site, { orderId: '__proto__' }))).toMatchObject({
        status: 'duplicate',
        partner: alice,
      });
      expect((await store().conversions({ site, limit: 10 })).rows).toHaveLength(6);
    });
  });

  correctionContract(store, one, test);
  refundContract(store, one, test);
}

function refundContract(
  store: () => Store,
  one: (event: Parameters<Store['record']>[1][number]) => Promise<unknown>,
  test: () => TestStore,
): void {
  describe('refunds', () => {
    const eur = (minor: number) => ({ currency: 'EUR', minor });

    it('change the conversion, up to all that was paid, over a restart', async () => {
      const { site, alice } = await addAlice(store());
      const purchase = samples.purchase(site, { touches });
      await one(purchase);
      await one(samples.refund(site, purchase.orderId, { amount: eur(2_500) }));
      await test().restart();
      expect((await store().conversion(purchase.uid))?.stored).toMatchObject({
        refunded: 2_500,
        clawedBack: 250,
      });
      const tooMuch = samples.refund(site, purchase.orderId, { amount: eur(7_501) });
      expect(await one(tooMuch)).toMatchObject({ status: 'refused', reason: 'over-refund' });
      expect(await one(samples.refund(site, purchase.orderId))).toMatchObject({
        status: 'accepted',
        partner: alice,
        conversion: purchase.uid,
      });
      expect((await store().conversion(purchase.uid))?.stored).toMatchObject({
        refunded: 10_000,
        clawedBack: 1_000,
      });
    });

    it('count once by refund id, and answer as before', async () => {
      const { site, alice } = await addAlice(store());
      const purchase = samples.purchase(site, { touches });
      const refund = samples.refund(site, purchase.orderId, { amount: eur(100) });
      await store().record(site, [purchase, refund], NOON);
      const prior = { status: 'duplicate', partner: alice, conversion: purchase.uid };
      const again = samples.refund(site, purchase.orderId, { refundId: refund.refundId });
      expect(await one(refund)).toEqual({ id: refund.id, ...prior });
      expect(await one(again)).toEqual({ id: again.id, ...prior });
      await test().restart();
      expect(await one(refund)).toEqual({ id: refund.id, ...prior });
      expect(await one(again)).toEqual({ id: again.id, ...prior });
      expect((await store().conversion(purchase.uid))?.stored.refunded).toBe(100);
    });

    it('wait for their order, over a restart, and count with it', async () => {
      const { site, alice } = await addAlice(store());
      const early = samples.refund(site, 'late-order', { amount: eur(2_500) });
      const waiting = { status: 'accepted', reason: 'waiting' };
      expect(await one(early)).toEqual({ id: early.id, ...waiting });
      await test().restart();
      expect(await one(early)).toEqual({ id: early.id, ...waiting, status: 'duplicate' });
      expect(await store().waitingRefunds({ site, limit: 10 })).toEqual({ rows: [early], count: 1 });
      const purchase = samples.purchase(site, { orderId: 'late-order', touches });
      expect(await one(purchase)).toMatchObject({ status: 'accepted', partner: alice });
      await test().restart();
      expect((await store().conversion(purchase.uid))?.stored).toMatchObject({
        refunded: 2_500,
        clawedBack: 250,
      });
      const again = samples.refund(site, 'late-order', { refundId: early.refundId });
      for (const event of [early, again]) {
        const prior = { status: 'duplicate', partner: alice, conversion: purchase.uid };
        expect(await one(event)).toEqual({ id: event.id, ...prior });
      }
      expect(await store().waitingRefunds({ site, limit: 10 })).toEqual({ rows: [], count: 0 });
    });

    it('wait in the order of their time, page by page', async () => {
      const { site } = await addAlice(store());
      const early = [3, 1, 2].map((at) => samples.refund(site, `order-${at}`, { at: NOON + at }));
      await store().record(site, early, NOON);
      await test().restart();
      const first = await store().waitingRefunds({ site, limit: 2 });
      expect(first).toMatchObject({ rows: [early[1], early[2]], count: 3 });
      const { nextCursor: cursor = '' } = first;
      expect(await store().waitingRefunds({ site, limit: 2, cursor })).toEqual({
        rows: [early[0]],
        count: 3,
      });
    });

    it.each([
      ['the last', [2_000, 8_000, 1_000], [undefined, undefined, 'over-refund']],
      ['the one that was replaced', [4_000, 6_500, 1_000], [undefined, 'over-refund', undefined]],
    ])(
      'of one order apply as they came, one that was replaced when it came again: %s is too much',
      async (_, amounts, reasons) => {
        const { site } = await addAlice(store());
        const early = (refundId: string, minor = 1, trust: 'browser' | 'server' = 'browser') =>
          samples.refund(site, 'o', { refundId, amount: eur(minor), trust });
        const [first, replaced, last] = amounts;
        const waiting = [early('a', first), early('z', replaced, 'server'), early('c', last)];
        await store().record(site, [early('z'), ...waiting.slice(0, 1)], NOON);
        await store().record(site, waiting.slice(1), NOON);
        await test().restart();
        await one(samples.purchase(site, { orderId: 'o' }));
        const answers = await store().record(site, waiting, NOON);
        expect(answers.map(({ reason }) => reason)).toEqual(reasons);
      },
    );

    it('that are refused when their order comes say why, and leave their refund id to another', async () => {
      const { site } = await addAlice(store());
      const early = samples.refund(site, 'o', { amount: eur(10_001), refundId: 'r' });
      await one(early);
      await one(samples.purchase(site, { orderId: 'o' }));
      await test().restart();
      expect(await one(early)).toEqual({ id: early.id, status: 'duplicate', reason: 'over-refund' });
      expect(await one(samples.refund(site, 'o', { refundId: 'r' }))).toMatchObject({ status: 'accepted' });
      const { refused } = await store().totals({
        site,
        from: '2026-05-01',
        to: '2026-05-01',
        interval: 'total',
        now: NOON,
      });
      expect(refused).toEqual({ 'over-refund': 1 });
    });

    it('that wait give way to a more trusted report of the same refund', async () => {
      const { site } = await addAlice(store());
      const page = samples.refund(site, 'o', { amount: eur(9_000), refundId: 'r' });
      const server = samples.refund(site, 'o', { amount: eur(1_000), refundId: 'r', trust: 'server' });
      await one(page);
      expect(await one(server)).toMatchObject({ status: 'accepted', reason: 'waiting' });
      await test().restart();
      expect((await store().waitingRefunds({ site, limit: 10 })).rows).toEqual([server]);
      const purchase = samples.purchase(site, { orderId: 'o', trust: 'server' });
      await one(purchase);
      expect((await store().conversion(purchase.uid))?.stored.refunded).toBe(1_000);
      for (const event of [page, server])
        expect(await one(event)).toEqual({ id: event.id, status: 'duplicate', conversion: purchase.uid });
    });

    it('that were refused before are duplicates, even while a less trusted one with their refund id waits', async () => {
      const { site } = await addAlice(store());
      const { orderId } = samples.purchase(site);
      await one(samples.purchase(site, { orderId }));
      const tooMuch = { refundId: 'r', amount: eur(10_001), trust: 'server' } as const;
      const refused = samples.refund(site, orderId, tooMuch);
      await one(refused);
      await one(samples.refund(site, 'unknown', { refundId: 'r' }));
      const answer = { id: refused.id, status: 'duplicate', reason: 'over-refund' };
      expect(await one(refused)).toEqual(answer);
    });

    it('take their refund id only when they count', async () => {
      const { site } = await addAlice(store());
      const { orderId } = samples.purchase(site);
      await one(samples.purchase(site, { orderId }));
      const tooMuch = samples.refund(site, orderId, { refundId: 'r', amount: eur(10_001) });
      expect(await one(tooMuch)).toMatchObject({ status: 'refused', reason: 'over-refund' });
      await test().restart();
      expect(await one(samples.refund(site, orderId, { refundId: 'r' }))).toMatchObject({
        status: 'accepted',
      });
    });

    it.each(['before', 'after'] as const)(
      'never exceed their order when 50 arrive at once, %s it',
      async (when) => {
        const { site } = await addAlice(store());
        const purchase = samples.purchase(site, { touches });
        if (when === 'after') await one(purchase);
        const refunds = Array.from({ length: 50 }, (_, index) =>
          samples.refund(site, purchase.orderId, { refundId: `r-${index % 25}`, amount: eur(700) }),
        );
        const rows = (await Promise.all(refunds.map(one))) as { status: string }[];
        if (when === 'before') await one(purchase);
        const counted = rows.filter(({ status }) => status === 'accepted');
        expect(counted).toHaveLength(when === 'before' ? 25 : 14);
        await test().restart();
        const stored = (await store().conversion(purchase.uid))?.stored;
        expect(stored).toMatchObject({ refunded: 9_800, clawedBack: 980 });
        const { rows: totals } = await store().totals({
          site,
          from: '2026-05-01',
          to: '2026-05-01',
          interval: 'total',
          now: NOON,
        });
        expect(totals[0]?.counts).toMatchObject({ refunds: 14, revenue: { EUR: 200 } });
      },
    );
  });
}

function correctionContract(
  store: () => Store,
  one: (event: Parameters<Store['record']>[1][number]) => Promise<unknown>,
  test: () => TestStore,
): void {
  describe('a more trusted report of an order', () => {
    const eur = (minor: number) => ({ currency: 'EUR', minor });
    const totals = (site: string) =>
      store().totals({ site, from: '2026-05-01', to: '2026-05-01', interval: 'total', now: NOON });

    it('corrects it, over a restart, and is a duplicate after that with the same answer', async () => {
      const { site, alice } = await addAlice(store());
      const page = samples.purchase(site, { touches });
      await one(page);
      await test().restart();
      const server = samples.purchase(site, { orderId: page.orderId, trust: 'server', amount: eur(8_000) });
      const told = { partner: alice, conversion: page.uid };
      expect(await one(server)).toEqual({ id: server.id, status: 'accepted', ...told });
      await test().restart();
      for (const event of [server, page, samples.purchase(site, { orderId: page.orderId, trust: 'server' })])
        expect(await one(event)).toEqual({ id: event.id, status: 'duplicate', ...told });
      const { stored } = (await store().conversion(page.uid)) ?? {};
      expect(stored?.conversion).toMatchObject({
        amount: eur(8_000),
        trust: 'server',
        commission: eur(800),
        receipt: {
          corrections: [{ before: { trust: 'browser', amount: eur(10_000), commission: eur(1_000) } }],
        },
      });
      expect((await store().conversions({ site, limit: 10 })).rows).toEqual([stored]);
      expect((await store().conversions({ site, partner: alice, limit: 10 })).rows).toEqual([stored]);
      const chain = await store().chain(alice);
      expect(chain.map(({ type, minor }) => [type, minor])).toEqual([
        ['earning', 1_000],
        ['adjustment', -200],
      ]);
      expect((await totals(site)).rows[0]?.counts).toMatchObject({ purchases: 1, revenue: { EUR: 8_000 } });
    });

    it('moves the order from one trust to the other in the totals by trust, over a restart', async () => {
      const { site, alice } = await addAlice(store());
      const page = samples.purchase(site, { touches });
      await store().record(site, [page, samples.purchase(site, { touches }), samples.purchase(site)], NOON);
      const at = NOON + DAY;
      await one(samples.refund(site, page.orderId, { amount: eur(1_000) }));
      await one(samples.purchase(site, { orderId: page.orderId, trust: 'server', amount: eur(8_000), at }));
      await one(samples.refund(site, page.orderId, { amount: eur(500), trust: 'server', at }));
      await test().restart();
      const sums = { partner: alice, code: 'ALICE', name: 'Alice' };
      const days = { site, from: '2026-05-01', to: '2026-05-02' };
      expect(await store().trustTotals({ ...days, interval: 'total' })).toEqual({
        rows: [
          { ...sums, trust: 'browser', purchases: 1, revenue: { EUR: 10_000 } },
          { ...sums, trust: 'server', purchases: 1, revenue: { EUR: 6_500 } },
        ],
        direct: [{ trust: 'browser', purchases: 1, revenue: { EUR: 10_000 } }],
      });
      const { rows } = await store().trustTotals({ ...days, interval: 'day', partner: alice });
      expect(rows).toEqual([
        { ...sums, period: '2026-05-01', trust: 'browser', purchases: 2, revenue: { EUR: 19_000 } },
        { ...sums, period: '2026-05-02', trust: 'browser', purchases: -1, revenue: { EUR: -9_000 } },
        { ...sums, period: '2026-05-02', trust: 'server', purchases: 1, revenue: { EUR: 6_500 } },
      ]);
    });

    it('that cannot be is refused, and says so again', async () => {
      const { site, alice } = await addAlice(store());
      const page = samples.purchase(site, { touches });
      await one(page);
      await one(samples.refund(site, page.orderId, { amount: eur(5_000) }));
      const server = samples.purchase(site, { orderId: page.orderId, trust: 'server', amount: eur(4_999) });
      const told = { reason: 'over-refund', partner: alice, conversion: page.uid };
      expect(await one(server)).toEqual({ id: server.id, status: 'refused', ...told });
      await test().restart();
      expect(await one(server)).toEqual({ id: server.id, status: 'duplicate', ...told });
      expect((await totals(site)).refused).toEqual({ 'over-refund': 1 });
      expect((await store().conversion(page.uid))?.stored.conversion.trust).toBe('browser');
    });

    it('of 50 at once corrects it once', async () => {
      const { site, alice } = await addAlice(store());
      const page = samples.purchase(site, { touches });
      await one(page);
      const reports = Array.from({ length: 50 }, () =>
        samples.purchase(site, { orderId: page.orderId, trust: 'server', amount: eur(9_000) }),
      );
      const rows = (await Promise.all(reports.map(one))) as { status: string }[];
      expect(rows.filter(({ status }) => status === 'accepted')).toHaveLength(1);
      expect(rows.filter(({ status }) => status === 'duplicate')).toHaveLength(49);
      expect((await store().chain(alice)).map(({ minor }) => minor)).toEqual([1_000, -100]);
    });
  });
}
