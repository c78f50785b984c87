import { NotFoundError, type Store } from '@reftally/store';
import { describe, expect, it } from 'vitest';
import { addAlice, DAY, NOON, samples } from './samples.js';
import type { TestStore } from './TestStore.js';

const touches = [{ code: 'ALICE', at: NOON }];

/** What importing existing customers promises. */
export function customersContract(test: () => TestStore): void {
  const store = (): Store => test().store();
  const one = async (event: Parameters<Store['record']>[1][number]) =>
    (await store().record(event.site, [event], NOON))[0];
  const imports = (site: string, ids: string[], now = NOON) =>
    store().importCustomers({ site, customers: ids.map((customerId) => ({ customerId })) }, now);

  describe('existing customers', () => {
    it('are told apart: new once, known from then on, over a restart', async () => {
      const { site } = await addAlice(store());
      expect(await imports(site, ['anna', 'ben', 'anna'])).toEqual(['new', 'new', 'known']);
      await test().restart();
      expect(await imports(site, ['ben', 'cleo'])).toEqual(['known', 'new']);
      await expect(imports('nowhere', ['anna'])).rejects.toThrow(NotFoundError);
    });

    it('are nobody’s, over a restart, on their own site only', async () => {
      const [here, there] = [await addAlice(store()), await addAlice(store())];
      await imports(here.site, ['anna']);
      await test().restart();
      const order = { customerId: 'anna', touches };
      const refused = { status: 'refused', reason: 'existing-customer' };
      expect(await one(samples.purchase(here.site, order))).toMatchObject(refused);
      expect(await one(samples.signup(here.site, order))).toMatchObject(refused);
      expect(await one(samples.purchase(there.site, order))).toMatchObject({ partner: there.alice });
    });

    it('are not whom a partner has brought, by a signup or an order, over a restart', async () => {
      const { site, alice } = await addAlice(store());
      await one(samples.signup(site, { customerId: 'anna', touches }));
      await one(samples.purchase(site, { customerId: 'ben', touches }));
      await one(samples.signup(site, { customerId: 'cleo' }));
      await test().restart();
      expect(await imports(site, ['anna', 'ben', 'cleo'])).toEqual(['known', 'known', 'new']);
      expect(await one(samples.purchase(site, { customerId: 'anna' }))).toMatchObject({ partner: alice });
    });

    it('are taken once, of 50 parallel imports', async () => {
      const { site } = await addAlice(store());
      const words = (await Promise.all(Array.from({ length: 50 }, () => imports(site, ['anna'])))).flat();
      expect(words.filter((word) => word === 'new')).toHaveLength(1);
      expect((await store().existingCustomers({ site, limit: 10 })).rows).toHaveLength(1);
    });

    it('are listed by the time of their import, page by page, with what was said of them', async () => {
      const { site } = await addAlice(store());
      await imports(site, ['zoe', 'ben'], NOON + DAY);
      const since = NOON - 400 * DAY;
      await store().importCustomers({ site, customers: [{ customerId: 'anna', since }] }, NOON);
      await test().restart();
      const first = await store().existingCustomers({ site, limit: 2 });
      expect(first.rows).toEqual([
        { customerId: 'anna', since, importedAt: NOON },
        { customerId: 'ben', importedAt: NOON + DAY },
      ]);
      const { nextCursor: cursor = '' } = first;
      expect(await store().existingCustomers({ site, limit: 2, cursor })).toEqual({
        rows: [{ customerId: 'zoe', importedAt: NOON + DAY }],
      });
    });

    it('are history to a replay, which knows who else would have brought them', async () => {
      const { site } = await addAlice(store(), { rules: { windowDays: 1 } });
      const late = { at: NOON + 5 * DAY, touches };
      await store().record(site, [samples.signup(site, { customerId: 'anna', ...late })], late.at);
      expect(await imports(site, ['anna', 'ben'], late.at)).toEqual(['new', 'new']);
      const orders = ['anna', 'ben'].map((customerId) => samples.purchase(site, { customerId, ...late }));
      await store().record(site, orders, late.at);
      expect(await store().replay({ site, policy: {} })).toMatchObject({ conversions: 3, changed: 0 });
      // By a longer window the signup would have been Alice's, and her customer's order with it.
      expect(await store().replay({ site, policy: { windowDays: 30 } })).toMatchObject({ changed: 3 });
      const { examples } = await store().replay({ site, policy: { windowDays: 30 } });
      expect(examples.map(({ customerId, after }) => [customerId, after.code, after.reason])).toEqual([
        ['anna', 'ALICE', undefined],
        ['anna', 'ALICE', undefined],
        ['ben', undefined, 'existing-customer'],
      ]);
    });

    it.each([true, false])(
      'and new customers only (%s) are repeated by a replay',
      async (newCustomersOnly) => {
        const { site } = await addAlice(store(), { rules: { newCustomersOnly } });
        const order = { customerId: 'anna', touches };
        await store().record(site, [samples.purchase(site, order), samples.purchase(site, order)], NOON);
        expect(await store().replay({ site, policy: {} })).toMatchObject({ conversions: 2, changed: 0 });
        expect(await store().replay({ site, policy: { newCustomersOnly: !newCustomersOnly } })).toMatchObject(
          {
            changed: 1,
          },
        );
      },
    );
  });
}
