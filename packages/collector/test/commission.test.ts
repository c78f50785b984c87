import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Json, ORIGIN, type TestCollector, testCollector } from './testCollector.js';

const RULES = [
  {
    on: 'purchase',
    percent: '12.5',
    from: '2026-01-01T00:00:00.000Z',
    until: '2027-01-01T00:00:00.000Z',
    products: ['p1'],
    categories: ['books'],
    order: 'first',
    currencies: ['EUR'],
    capPerOrder: [
      { currency: 'EUR', amount: '20.00' },
      { currency: 'JPY', amount: '3000' },
    ],
    capPerCustomer: { orders: 3, months: 12, money: [{ currency: 'EUR', amount: '50.00' }] },
    capPerPeriod: { period: 'month', money: [{ currency: 'EUR', amount: '500.00' }] },
  },
  {
    on: 'purchase',
    tiers: {
      by: 'revenue',
      per: 'quarter',
      currency: 'EUR',
      marginal: true,
      steps: [
        { after: '0.00', percent: '5' },
        { after: '1000.00', percent: '8' },
      ],
    },
  },
  {
    on: 'purchase',
    tiers: { by: 'purchases', per: 'ever', steps: [{ after: 0, flat: { currency: 'JPY', amount: '100' } }] },
  },
  { on: 'signup', flat: { currency: 'EUR', amount: '5.00' } },
];

let collector: TestCollector;
beforeAll(async () => {
  collector = await testCollector();
  await collector.addSite({
    policy: { commission: RULES, groups: { vip: { commission: RULES } }, refundDays: 14, discount: '10' },
  });
});
afterAll(() => collector.close());

describe('rules through the API', () => {
  it('are given as they are taken', async () => {
    const { policy } = (await collector.api('GET', '/sites/shop')).json;
    expect(policy).toMatchObject({ commission: RULES, groups: { vip: { commission: RULES } } });
    const { version: _, ...again } = policy;
    const patched = await collector.api('PATCH', '/sites/shop', { policy: again });
    expect(patched.json.policy).toEqual({ ...policy, version: policy.version + 1 });
  });

  it('are a partner’s own, too, and can be taken away', async () => {
    const { id } = await collector.addPartner('Alice', { code: 'alice', group: 'vip', commission: RULES });
    const shown = await collector.api('GET', `/partners/${id}`);
    expect(shown.json).toMatchObject({ group: 'vip', commission: RULES });
    const changed = await collector.api('PATCH', `/partners/${id}`, { group: null, commission: [] });
    expect(changed.json.group).toBeUndefined();
    expect(changed.json.commission).toEqual([]);
  });

  const rule = (given: object) => ({ policy: { commission: [{ on: 'purchase', ...given }] } });
  const tiers = (given: object) =>
    rule({ tiers: { by: 'revenue', per: 'month', currency: 'EUR', ...given } });
  const refused: [name: string, change: object, message: string][] = [
    ['nothing to pay', rule({}), 'policy.commission[0]: expected either percent, flat or tiers'],
    [
      'two ways to pay',
      rule({ percent: '1', flat: { currency: 'EUR', amount: '1' } }),
      'either percent, flat',
    ],
    [
      'a typo',
      rule({ percent: '10', product: ['x'] }),
      'policy.commission[0].product: is not known in a rule',
    ],
    ['more than everything', rule({ percent: '101' }), 'percentage from "0" to "100"'],
    ['cents of yen', rule({ flat: { currency: 'JPY', amount: '1.50' } }), 'no decimals for JPY'],
    ['a percentage of a signup', rule({ on: 'signup', percent: '10' }), 'a signup has no amount'],
    [
      'products of a signup',
      rule({ on: 'signup', flat: { currency: 'EUR', amount: '1' }, products: ['x'] }),
      'products: is for purchases only',
    ],
    ['no day', rule({ percent: '1', from: 'June' }), 'from: expected an ISO 8601 date or time'],
    [
      'an empty cap',
      rule({ percent: '1', capPerCustomer: {} }),
      'capPerCustomer: expected orders, money or months',
    ],
    [
      'a currency twice',
      rule({
        percent: '1',
        capPerOrder: [
          { currency: 'EUR', amount: '1' },
          { currency: 'EUR', amount: '2' },
        ],
      }),
      'each currency once',
    ],
    ['revenue of no currency', tiers({ currency: undefined, steps: [{ percent: '1' }] }), 'tiers'],
    [
      'steps out of order',
      tiers({ steps: [{ percent: '1' }, { after: '10', percent: '2' }, { after: '5', percent: '3' }] }),
      'steps[2].after: expected more than in the step before',
    ],
    [
      'no first step',
      tiers({ steps: [{ after: '5', percent: '1' }] }),
      'steps[0].after: expected the first step to begin at 0',
    ],
    [
      'half a purchase',
      rule({
        tiers: { by: 'purchases', per: 'month', steps: [{ percent: '1' }, { after: '1.5', percent: '2' }] },
      }),
      'whole number of purchases',
    ],
    [
      'a marginal count',
      rule({ tiers: { by: 'purchases', per: 'month', marginal: true, steps: [{ percent: '1' }] } }),
      'a purchase is never split',
    ],
    ['a group with a space', { policy: { groups: { 'a b': { commission: [] } } } }, 'policy.groups'],
  ];
  it.each(refused)('%s is refused', async (_name, change, message) => {
    const answer = await collector.api('PATCH', '/sites/shop', change);
    expect(answer.status).toBe(400);
    expect(answer.json.error.message).toContain(message);
  });

  it('that are probably not meant are taken, with warnings', async () => {
    const odd = { holdDays: 7, refundDays: 14 };
    const site = await collector.api('PATCH', '/sites/shop', { policy: odd });
    expect(site.json.warnings).toContainEqual(expect.stringMatching(/^policy\.holdDays: /));
    const rule = { on: 'purchase', percent: '95' };
    const partner = await collector.api('POST', '/partners', { name: 'Carl', commission: [rule] });
    expect(partner.json.warnings).toEqual([expect.stringMatching(/^commission\[0\]\.percent: 95 %/)]);
    const read = async (path: string) => (await collector.api('GET', path)).json;
    expect((await read('/sites')).sites[0].warnings).toEqual(site.json.warnings);
    expect((await read(`/partners/${partner.json.id}`)).warnings).toEqual(partner.json.warnings);
    expect((await read('/partners')).partners.at(-1).warnings).toEqual(partner.json.warnings);
    const fine = await collector.api('PATCH', `/partners/${partner.json.id}`, { commission: [] });
    expect(fine.json.warnings).toEqual([]);
  });

  it('names the groups that there are', async () => {
    const answer = await collector.api('POST', '/partners', { name: 'Bob', group: 'gold' });
    expect(answer.status).toBe(400);
    expect(answer.json.error.message).toBe('group: the site\'s policy has no group "gold": it has vip.');
  });
});

describe('a receipt', () => {
  it('says what each rule paid, to its partner and to nobody who lost', async () => {
    const own = await testCollector();
    try {
      await own.addSite({ policy: { commission: [{ on: 'purchase', percent: '10' }] } });
      const winner = await own.addPartner('Winner', { code: 'winner' });
      const loser = await own.addPartner('Loser', { code: 'loser' });
      const t = Date.now();
      const touches = [
        ['loser', t - 120_000],
        ['winner', t - 60_000],
      ];
      const p = { orderId: 'o1', amount: '50.00', currency: 'EUR' };
      const event = { id: 'e1', n: 'purchase', t, u: `${ORIGIN}/`, a: { v: 'visitor-1', t: touches }, p };
      const { publicKey } = (await own.api('GET', '/sites/shop')).json;
      await own.post({ v: 1, k: publicKey, s: t, e: [event] });
      const seenBy = async (partner: Json): Promise<Json> => {
        const { url } = (await own.api('POST', `/partners/${partner.id}/access`)).json;
        const token = String(url).split('#access=')[1];
        const session = await own.send('POST', '/api/v1/session', { body: JSON.stringify({ token }) });
        const cookie = session.headers.get('set-cookie')?.split(';')[0] ?? '';
        const list = await own.send('GET', '/api/v1/conversions', { headers: { cookie } });
        return list.json.conversions[0];
      };
      const part = { list: 'site', rule: 1, rates: [{ percent: '10', amount: 5000 }], minor: 500 };
      expect((await seenBy(winner)).receipt.earning).toMatchObject({ currency: 'EUR', parts: [part] });
      expect((await seenBy(winner)).explanation).toBe(
        'Credited to you: your link was followed 1 minute before; of 2 links the last one that counts wins. ' +
          '5.00 EUR is earned: 10 % of 50.00 EUR (rule 1 of the shop).',
      );
      const lost = await seenBy(loser);
      expect(lost.explanation).toBe(
        'Not credited. Another link was followed later, and the last one counts.',
      );
      expect(lost).toMatchObject({ status: 'refused', reason: 'not-last' });
      expect(JSON.stringify(lost)).not.toMatch(/earning|5000|500\b/);
    } finally {
      await own.close();
    }
  });
});
