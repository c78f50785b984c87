import { commissionSchema, defaultPolicy, lintPolicy, policySchema } from '@reftally/core';
import { describe, expect, it } from 'vitest';

const lint = (given: object, currencies = ['EUR']) =>
  lintPolicy({ ...defaultPolicy(), ...policySchema.parse(given) }, { currencies });
const rules = (...commission: object[]) =>
  lint({ commission: commission.map((rule) => ({ on: 'purchase', ...rule })) });
const eur = (amount: string) => ({ currency: 'EUR', amount });
const tiers = (...steps: object[]) => ({ tiers: { by: 'purchases', per: 'month', steps } });

describe('a policy is warned about', () => {
  const cases: [name: string, warnings: string[], begins: string, says: string][] = [
    [
      'a hold shorter than the refund window',
      lint({ holdDays: 7, refundDays: 14 }),
      'policy.holdDays: ',
      'expected at least 14',
    ],
    [
      'rate and discount above everything',
      lint({ discount: '20', commission: [{ on: 'purchase', percent: '80.5' }] }),
      'policy.commission[0].percent: ',
      '80.5 % and the discount of 20 %',
    ],
    [
      'a step and discount above everything',
      lint({
        discount: '60',
        commission: [{ on: 'purchase', ...tiers({ percent: '1' }, { after: 1, percent: '50' }) }],
      }),
      'policy.commission[0].tiers: ',
      '50 % and the discount',
    ],
    [
      'an end before the beginning',
      rules({ percent: '1', from: '2026-06-01', until: '2026-06-01' }),
      'policy.commission[0].until: ',
      'never applies',
    ],
    [
      'a rule after one for everything',
      rules({ percent: '1' }, { percent: '2', products: ['x'] }),
      'policy.commission[1]: ',
      'since rule 1 of this list',
    ],
    [
      'a category after the same one',
      rules({ percent: '1', categories: ['A', 'b'] }, { percent: '2', categories: ['a'] }),
      'policy.commission[1]: ',
      'expected it before',
    ],
    [
      'a newer general rule',
      rules({ percent: '30', products: ['x'] }, { percent: '2', from: '2026-06-01' }),
      'policy.commission[0]: ',
      'stops applying on 2026-06-01',
    ],
    [
      'a flat sum in another currency',
      rules({ flat: { currency: 'JPY', amount: '100' } }),
      'policy.commission[0].flat.currency: ',
      'JPY is not a currency of the site (EUR)',
    ],
    [
      'a cap in another currency',
      rules({ flat: eur('1'), capPerOrder: [eur('2'), { currency: 'JPY', amount: '100' }] }),
      'policy.commission[0].capPerOrder: ',
      'JPY is not',
    ],
    [
      'a table that falls',
      rules(tiers({ percent: '5' }, { after: 1, percent: '4' })),
      'policy.commission[0].tiers.steps[1]: ',
      'less than the step before',
    ],
    [
      'a table of sums that falls',
      rules(tiers({ flat: eur('5') }, { after: 1, flat: eur('4') })),
      'policy.commission[0].tiers.steps[1]: ',
      'expected rates that rise',
    ],
    [
      'a cap below the flat sum',
      rules({ flat: eur('5.00'), capPerPeriod: { money: eur('4.99'), period: 'month' } }),
      'policy.commission[0].capPerPeriod.money: ',
      'below the flat sum of 5.00 EUR',
    ],
    [
      'a group',
      lint({ groups: { vip: { commission: [{ on: 'purchase', flat: { currency: 'JPY', amount: '1' } }] } } }),
      'policy.groups.vip.commission[0].flat.currency: ',
      'JPY',
    ],
    [
      'a cap with a gap',
      lint({ commission: [{ on: 'purchase', percent: '5', capPerOrder: eur('5') }] }, ['EUR', 'JPY']),
      'policy.commission[0].capPerOrder: ',
      'nothing in JPY',
    ],
    [
      'a partner’s own rules',
      lintPolicy(defaultPolicy(), {
        currencies: ['EUR'],
        own: commissionSchema.parse([{ on: 'signup', flat: { currency: 'JPY', amount: '1' } }]),
      }),
      'commission[0].flat.currency: ',
      'JPY',
    ],
  ];
  it.each(cases)('%s', (_name, warnings, begins, says) => {
    expect(warnings).toHaveLength(1);
    expect(warnings[0]?.slice(0, begins.length)).toBe(begins);
    expect(warnings[0]).toContain(says);
  });
});

describe('a policy is not warned about', () => {
  it.each([
    ['the default', lint({})],
    ['a hold as long as the refund window', lint({ holdDays: 14, refundDays: 14 })],
    [
      'rate and discount of 100 % together',
      lint({ discount: '20', commission: [{ on: 'purchase', percent: '80' }] }),
    ],
    ['the next version of a rule', rules({ percent: '10' }, { percent: '12', from: '2026-06-01' })],
    [
      'a campaign over a rule',
      rules({ percent: '10', products: ['x'] }, { percent: '50', from: '2026-06-01', until: '2026-06-08' }),
    ],
    ['a category before the rest', rules({ percent: '30', categories: ['a'] }, { percent: '10' })],
    ['first and repeat orders', rules({ percent: '30', order: 'first' }, { percent: '10', order: 'repeat' })],
    ['signups and purchases', rules({ on: 'signup', flat: eur('5') }, { percent: '10' })],
    ['a cap as high as the flat sum', rules({ flat: eur('5'), capPerCustomer: { money: eur('5') } })],
    [
      'one flat sum for each currency',
      lint(
        {
          commission: [
            { on: 'purchase', flat: eur('5') },
            { on: 'purchase', flat: { currency: 'JPY', amount: '500' } },
          ],
        },
        ['EUR', 'JPY'],
      ),
    ],
    [
      'a table that rises, then a sum',
      rules(tiers({ percent: '5' }, { after: 1, percent: '6' }, { after: 2, flat: eur('1') })),
    ],
  ])('%s', (_name, warnings) => {
    expect(warnings).toEqual([]);
  });
});

describe('what a policy says about fraud', () => {
  const fraud = (given: object, rest: object = {}) =>
    lintPolicy(
      { ...defaultPolicy(), ...policySchema.parse({ fraud: given, ...rest }) },
      { currencies: ['EUR'], origins: ['https://www.shop.example', 'https://pay.example:8443'] },
    );
  const cases: [name: string, warnings: string[], expected: RegExp[]][] = [
    [
      'visits that cannot win',
      fraud(
        { bannedReferrers: ['a.example'], adClicks: 'hold', clickFlood: 'hold' },
        { precedence: ['coupon'] },
      ),
      [
        /^policy\.fraud\.bannedReferrers: .*no "touch"/,
        /^policy\.fraud\.adClicks: /,
        /^policy\.fraud\.clickFlood: /,
      ],
    ],
    [
      'a host twice',
      fraud({ bannedReferrers: ['b.example', 'a.example', 'b.example'] }),
      [/^policy\.fraud\.bannedReferrers\[2\]: b\.example is banned already/],
    ],
    [
      'a subdomain of a host',
      fraud({ bannedReferrers: ['x.a.example', 'a.example'] }),
      [/^policy\.fraud\.bannedReferrers\[0\]: x\.a\.example is banned already by a\.example/],
    ],
    ['the shop itself', fraud({ bannedReferrers: ['shop.example'] }), [/shop itself \(www\.shop\.example\)/]],
    ['the shop with a port', fraud({ bannedReferrers: ['pay.example'] }), [/shop itself \(pay\.example\)/]],
    [
      'a limit for nothing',
      fraud({ velocity: { perDay: 9, action: 'off' } }),
      [/^policy\.fraud\.velocity: /],
    ],
    [
      'nothing else',
      fraud({
        selfReferral: 'refuse',
        bannedReferrers: ['a.example', 'ba.example'],
        adClicks: 'off',
        clickFlood: { perHour: 50 },
        velocity: { perDay: 9 },
      }),
      [],
    ],
    [
      'nothing where visits are not looked at anyway',
      fraud({ clickFlood: 'off' }, { precedence: ['coupon'] }),
      [],
    ],
  ];
  it.each(cases)('%s', (_name, warnings, expected) => {
    expect(warnings).toEqual(expected.map((pattern) => expect.stringMatching(pattern)));
  });
});
