import type { CommissionRule } from '@reftally/core';
import type { Store } from '@reftally/store';
import { describe, expect, it } from 'vitest';
import { addAlice, DAY, NOON, samples } from './samples.js';
import type { TestStore } from './TestStore.js';

const touches = [{ code: 'ALICE', at: NOON }];
const eur = (minor: number) => [{ currency: 'EUR', minor }];

/** What commission rules look up is there after a restart, and right whoever races. */
export function commissionContract(test: () => TestStore): void {
  const store = (): Store => test().store();

  /** What each purchase of 100.00 EUR earns, with a restart after each. */
  async function earnings(rule: CommissionRule, sales: Parameters<typeof samples.purchase>[1][]) {
    const { site } = await addAlice(store(), { rules: { commission: [rule] } });
    const earned: (number | undefined)[] = [];
    for (const sale of sales) {
      const purchase = samples.purchase(site, { touches, ...sale });
      await store().record(site, [purchase], NOON);
      const found = await store().conversion(purchase.uid);
      earned.push(found?.stored.conversion.commission?.minor);
      await test().restart();
    }
    return earned;
  }

  describe('commission', () => {
    it('of a customer stops at its caps, over restarts', async () => {
      const rule: CommissionRule = {
        on: 'purchase',
        percent: '10',
        capPerCustomer: { orders: 3, money: eur(2500) },
      };
      const anna = { customerId: 'anna' };
      expect(await earnings(rule, [anna, anna, anna, anna])).toEqual([1000, 1000, 500, undefined]);
      expect(await earnings({ ...rule, capPerCustomer: { orders: 1 } }, [anna, anna, {}])).toEqual([
        1000,
        undefined,
        1000,
      ]);
    });

    it('of a customer ends after its months, over restarts', async () => {
      const rule: CommissionRule = { on: 'purchase', percent: '10', capPerCustomer: { months: 1 } };
      const late = {
        customerId: 'anna',
        at: NOON + 31 * DAY,
        touches: [{ code: 'ALICE', at: NOON + 31 * DAY }],
      };
      expect(await earnings(rule, [{ customerId: 'anna' }, late])).toEqual([1000, undefined]);
    });

    it('of a partner stops at the cap of the month and climbs its table, over restarts', async () => {
      const rule: CommissionRule = {
        on: 'purchase',
        tiers: {
          by: 'purchases',
          per: 'quarter',
          steps: [
            { after: 0, percent: '10' },
            { after: 1, percent: '20' },
          ],
        },
        capPerPeriod: { period: 'month', money: eur(3500) },
      };
      const june = { at: NOON + 31 * DAY, touches: [{ code: 'ALICE', at: NOON + 31 * DAY }] };
      expect(await earnings(rule, [{}, {}, {}, {}, june])).toEqual([1000, 2000, 500, undefined, 2000]);
    });

    it('knows a first order from a later one, over restarts', async () => {
      const rule: CommissionRule = { on: 'purchase', percent: '10', order: 'first' };
      const anna = { customerId: 'anna' };
      expect(await earnings(rule, [anna, anna])).toEqual([1000, undefined]);
    });

    it('gives the room of a refund back, over restarts', async () => {
      const rule: CommissionRule = {
        on: 'purchase',
        percent: '10',
        capPerPeriod: { period: 'ever', money: eur(1000) },
      };
      const { site, alice } = await addAlice(store(), { rules: { commission: [rule] } });
      const buy = (orderId: string) =>
        store().record(site, [samples.purchase(site, { orderId, touches })], NOON);
      await buy('o1');
      await test().restart();
      await store().record(
        site,
        [samples.refund(site, 'o1', { amount: { currency: 'EUR', minor: 4000 } })],
        NOON,
      );
      await test().restart();
      await buy('o2');
      await buy('o3');
      const { rows } = await store().totals({
        site,
        from: '2026-01-01',
        to: '2026-12-31',
        interval: 'total',
        now: NOON,
      });
      const own = rows.find(({ partner }) => partner === alice);
      expect(own?.commission.held).toEqual(eur(1000));
    });

    it('never exceeds a cap, when 50 purchases come at once', async () => {
      const rule: CommissionRule = {
        on: 'purchase',
        percent: '10',
        capPerPeriod: { period: 'month', money: eur(12_345) },
      };
      const { site } = await addAlice(store(), { rules: { commission: [rule] } });
      const sales = Array.from({ length: 50 }, () => samples.purchase(site, { touches }));
      await Promise.all(sales.map((sale) => store().record(site, [sale], NOON)));
      const { rows } = await store().totals({
        site,
        from: '2026-01-01',
        to: '2026-12-31',
        interval: 'total',
        now: NOON,
      });
      expect(rows[0]?.commission.held).toEqual(eur(12_345));
    });
  });
}
