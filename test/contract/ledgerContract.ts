import { createHash } from 'node:crypto';
import { ConflictError, NotFoundError, type Store } from '@reftally/store';
import { describe, expect, it } from 'vitest';
import { addAlice, DAY, NOON, samples } from './samples.js';
import type { TestStore } from './TestStore.js';

const touches = [{ code: 'ALICE', at: NOON }];
const LATER = NOON + 40 * DAY;
const ZEROS = '0'.repeat(64);

/** What the ledger, its chains and payouts promise. */
export function ledgerContract(test: () => TestStore): void {
  const store = (): Store => test().store();
  const buy = (site: string, minor: number, orderId?: string) => {
    const amount = { currency: 'EUR', minor };
    const order = orderId === undefined ? {} : { orderId };
    return store().record(site, [samples.purchase(site, { touches, amount, ...order })], NOON);
  };
  const balanceOf = async (site: string, now = LATER) => {
    const range = { from: '2000-01-01', to: '2100-01-01', interval: 'total', now } as const;
    const [row] = (await store().totals({ site, ...range })).rows;
    return row?.commission;
  };
  const eur = (minor: number) => [{ currency: 'EUR', minor }];
  const by = (site: string, partner: string) => ({
    id: 'bonus',
    site,
    partner,
    currency: 'EUR',
    minor: -250,
    note: 'agreed by phone',
  });

  describe('the ledger', () => {
    it('chains the entries of each partner in the order in which they were decided', async () => {
      const { site, alice } = await addAlice(store());
      const bob = samples.partner(site, { code: 'BOB' });
      await store().addPartner(bob, samples.link(bob));
      await buy(site, 10_000, 'o');
      await store().record(site, [samples.purchase(site, { touches: [{ code: 'BOB', at: NOON }] })], NOON);
      const amount = { currency: 'EUR', minor: 5000 };
      await store().record(site, [samples.refund(site, 'o', { amount })], NOON);
      await store().adjust(by(site, alice), NOON);
      const lines = await store().chain(alice);
      expect(lines.map(({ seq, type, minor }) => [seq, type, minor])).toEqual([
        [1, 'earning', 1000],
        [2, 'clawback', -500],
        [3, 'adjustment', -250],
      ]);
      let before = ZEROS;
      for (const { hash, ...line } of lines) {
        expect(hash).toBe(hashOf(before, line));
        before = hash;
      }
      expect((await store().chain(bob.id)).map(({ seq }) => seq)).toEqual([1]);
      await test().restart();
      expect(await store().chain(alice)).toEqual(lines);
    });

    it.each(['the site', 'a partner'])('is paged, newest first, for %s', async (whose) => {
      const { site, alice } = await addAlice(store());
      for (let order = 1; order <= 5; order++) await buy(site, order * 100);
      const of = { site, limit: 2, ...(whose === 'a partner' && { partner: alice }) };
      const first = await store().ledger(of);
      await buy(site, 9000);
      await test().restart();
      const second = await store().ledger({ ...of, cursor: first.nextCursor ?? '' });
      const third = await store().ledger({ ...of, cursor: second.nextCursor ?? '' });
      const pages = [first, second, third].map(({ rows }) => rows.map(({ minor }) => minor));
      expect(pages).toEqual([[50, 40], [30, 20], [10]]);
      expect(third.nextCursor).toBeUndefined();
      expect((await store().ledger(of)).rows[0]?.minor).toBe(900);
    });

    it('takes an adjustment once, however often it is asked for', async () => {
      const { site, alice } = await addAlice(store());
      const asked = await Promise.all(
        Array.from({ length: 50 }, () => store().adjust(by(site, alice), NOON)),
      );
      expect(asked.filter(({ isNew }) => isNew)).toHaveLength(1);
      expect(new Set(asked.map(({ entry }) => entry.hash)).size).toBe(1);
      await test().restart();
      expect(await store().adjust(by(site, alice), LATER)).toEqual({ entry: asked[0]?.entry, isNew: false });
      await expect(store().adjust({ ...by(site, alice), minor: 1 }, NOON)).rejects.toThrow(ConflictError);
      await expect(store().adjust({ ...by(site, 'nobody'), id: 'x' }, NOON)).rejects.toThrow(NotFoundError);
      expect(await balanceOf(site)).toEqual({ held: [], payable: eur(-250), paid: [] });
    });
  });

  describe('payouts', () => {
    it('take what is payable and leave what is held', async () => {
      const { site, alice } = await addAlice(store());
      await buy(site, 10_000);
      await store().record(site, [samples.purchase(site, { touches, at: NOON + DAY })], NOON);
      const now = NOON + 30 * DAY;
      const lines = [{ partner: alice, currency: 'EUR', minor: 1000, entries: 1 }];
      expect(await store().previewPayout(site, {}, now)).toEqual(lines);
      expect(await store().createPayout(site, 'may', {}, now)).toEqual({
        payout: { id: 'may', site, terms: {}, status: 'open', createdAt: now, lines },
        isNew: true,
      });
      expect(await balanceOf(site, now)).toEqual({ held: eur(1000), payable: [], paid: eur(1000) });
      expect((await store().chain(alice)).at(-1)).toMatchObject({
        type: 'payout',
        minor: -1000,
        payout: 'may',
      });
    });

    it.each([
      ['a currency', { currency: 'JPY' }],
      ['a threshold', { thresholds: { EUR: 1001 } }],
      ['other partners', { partners: ['nobody'] }],
    ])('keep to their terms: %s', async (_, terms) => {
      const { site } = await addAlice(store());
      await buy(site, 10_000);
      expect(await store().previewPayout(site, terms, LATER)).toEqual([]);
      await expect(store().createPayout(site, 'may', terms, LATER)).rejects.toThrow(ConflictError);
      expect(await store().payout(site, 'may')).toBeUndefined();
    });

    it.each([
      ['one id', () => 'may'],
      ['an id each', (index: number) => `may-${index}`],
    ])('pay a balance once when 50 ask at the same time with %s', async (_, idOf) => {
      const { site, alice } = await addAlice(store());
      await buy(site, 10_000);
      const asked = await Promise.allSettled(
        Array.from({ length: 50 }, (__, index) => store().createPayout(site, idOf(index), {}, LATER)),
      );
      const made = asked.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
      expect(made.filter(({ isNew }) => isNew)).toHaveLength(1);
      expect(made).toHaveLength(idOf(0) === idOf(1) ? 50 : 1);
      await test().restart();
      const again = await store().createPayout(site, made[0]?.payout.id ?? '', {}, LATER + 1);
      expect(again).toEqual({ payout: made[0]?.payout, isNew: false });
      await expect(store().createPayout(site, 'june', {}, LATER)).rejects.toThrow(ConflictError);
      expect((await store().chain(alice)).filter(({ type }) => type === 'payout')).toHaveLength(1);
      expect(await balanceOf(site)).toEqual({ held: [], payable: [], paid: eur(1000) });
    });

    it('set a clawback that comes later off against the next one', async () => {
      const { site } = await addAlice(store());
      await buy(site, 10_000, 'returned');
      await store().createPayout(site, 'may', {}, LATER);
      await store().record(site, [samples.refund(site, 'returned')], NOON);
      expect(await balanceOf(site)).toEqual({ held: [], payable: eur(-1000), paid: eur(1000) });
      await buy(site, 9_000);
      await expect(store().createPayout(site, 'june', {}, LATER)).rejects.toThrow(ConflictError);
      await buy(site, 3_000);
      const { payout } = await store().createPayout(site, 'june', {}, LATER);
      expect(payout.lines).toEqual([expect.objectContaining({ minor: 200, entries: 3 })]);
      expect(await balanceOf(site)).toEqual({ held: [], payable: [], paid: eur(1200) });
    });

    it('give the money back when they are cancelled, even after another payout', async () => {
      const { site, alice } = await addAlice(store());
      await buy(site, 10_000);
      await store().createPayout(site, 'may', {}, LATER);
      await buy(site, 5_000);
      await store().createPayout(site, 'june', {}, LATER);
      const cancelled = await store().changePayout(site, 'may', 'cancelled', LATER + 1);
      expect(cancelled).toMatchObject({ status: 'cancelled', cancelledAt: LATER + 1 });
      expect(await store().changePayout(site, 'may', 'cancelled', LATER + 2)).toEqual(cancelled);
      await test().restart();
      expect(await store().payout(site, 'may')).toEqual(cancelled);
      expect(await balanceOf(site)).toEqual({ held: [], payable: eur(1000), paid: eur(500) });
      await store().createPayout(site, 'july', {}, LATER);
      expect(await balanceOf(site)).toEqual({ held: [], payable: [], paid: eur(1500) });
      expect((await store().chain(alice)).map(({ minor }) => minor)).toEqual([
        1000, -1000, 500, -500, 1000, -1000,
      ]);
    });

    it('cannot be cancelled once they are exported', async () => {
      const { site } = await addAlice(store());
      await buy(site, 10_000);
      await store().createPayout(site, 'may', {}, LATER);
      await store().changePayout(site, 'may', 'exported', LATER);
      await expect(store().changePayout(site, 'may', 'cancelled', LATER)).rejects.toThrow(ConflictError);
      await expect(store().changePayout(site, 'nothing', 'paid', LATER)).rejects.toThrow(NotFoundError);
      expect(await store().changePayout(site, 'may', 'paid', LATER + 5)).toMatchObject({
        status: 'paid',
        exportedAt: LATER,
        paidAt: LATER + 5,
      });
    });

    it('are refused on other terms under a known id', async () => {
      const { site } = await addAlice(store());
      await buy(site, 10_000);
      await store().createPayout(site, 'may', { currency: 'EUR' }, LATER);
      await expect(store().createPayout(site, 'may', {}, LATER)).rejects.toThrow('other terms');
    });

    it('are listed, oldest first, for the site and for a partner', async () => {
      const { site, alice } = await addAlice(store());
      const bob = samples.partner(site, { code: 'BOB' });
      await store().addPartner(bob, samples.link(bob));
      for (const [index, id] of ['b', 'a'].entries()) {
        await buy(site, 1000);
        await store().createPayout(site, id, {}, LATER + index);
      }
      await test().restart();
      const ids = async (partner?: string) => {
        const { rows } = await store().payouts({ site, limit: 10, ...(partner && { partner }) });
        return rows.map(({ id }) => id);
      };
      expect([await ids(), await ids(alice), await ids(bob.id)]).toEqual([['b', 'a'], ['b', 'a'], []]);
    });
  });
}

/** Written differently from core, for the few keys that there are. */
function hashOf(before: string, line: object): string {
  const times: Record<string, unknown> = { ...line };
  for (const key of ['at', 'payableAt']) times[key] = new Date(Number(times[key])).toISOString();
  const text = JSON.stringify(times, Object.keys(times).sort());
  return createHash('sha256').update(before).update(text).digest('hex');
}
