import {
  decide,
  defaultPolicy,
  type Flag,
  type Policy,
  policySchema,
  type TrackedEvent,
  type WorkingSet,
} from '@reftally/core';
import { describe, expect, it } from 'vitest';

const NOW = Date.UTC(2026, 4, 31, 12);
const DAY = 86_400_000;
const SHOP = 'https://shop.example/spring';

const base = { id: 'e', site: 'shop', at: NOW, trust: 'browser' as const, touches: [] };
const pageview = (given: object): TrackedEvent => ({ type: 'pageview', ...base, url: SHOP, ...given });
const signup = (given: object): TrackedEvent => ({
  type: 'signup',
  ...base,
  uid: 's',
  customerId: 'anna',
  ...given,
});
const purchase = (given: object): TrackedEvent => ({
  type: 'purchase',
  ...base,
  uid: 'p',
  orderId: 'o',
  amount: { currency: 'EUR', minor: 5000 },
  ...given,
});

function setOf(known: Partial<WorkingSet> = {}): WorkingSet {
  return {
    timeZone: 'UTC',
    touches: [],
    codeOwner: (code) => ({ code, partner: code.toLowerCase(), status: 'active' }),
    partnerStatus: () => 'active',
    recentClick: () => undefined,
    ...known,
  };
}

const policyOf = (fraud: Policy['fraud']): Policy => ({ ...defaultPolicy(), ...(fraud && { fraud }) });
const flagsOf = (event: TrackedEvent, known: Partial<WorkingSet>, fraud?: Policy['fraud']) =>
  decide(event, setOf(known), policyOf(fraud), NOW).conversion?.flags;

describe('a visit remembers', () => {
  const landing = { visitor: 'visitor-1', touches: [{ code: 'alice', at: NOW - 20 }] };
  const cases: [name: string, event: TrackedEvent, touch: object][] = [
    [
      'the host that led to it',
      pageview({ ...landing, referrer: 'https://Blog.Example/post' }),
      { referrer: 'blog.example' },
    ],
    [
      'a host without its port',
      pageview({ ...landing, referrer: 'http://a.example:81/' }),
      { referrer: 'a.example' },
    ],
    ['no page of the shop itself', pageview({ ...landing, referrer: 'https://shop.example/' }), {}],
    ['no app', pageview({ ...landing, referrer: 'android-app://com.example/' }), {}],
    [
      'nothing of a later page',
      pageview({
        ...landing,
        touches: [{ code: 'alice', at: NOW - 60_000 }],
        referrer: 'https://b.example/',
      }),
      {},
    ],
  ];
  it.each(cases)('%s', (_name, event, touch) => {
    const [found] = decide(event, setOf(), policyOf(undefined), NOW).touches ?? [];
    const { code: _, at: __, landing: ___, ...rest } = found ?? {};
    expect(rest).toEqual(touch);
  });
});

describe('banned referrers', () => {
  const from = (referrer?: string) => ({ code: 'alice', at: NOW - DAY, ...(referrer && { referrer }) });
  const banned = { bannedReferrers: ['coupons.example'] };
  const flag = (host: string): Flag[] => [
    { signal: 'banned-referrer', note: `the visitor came from ${host}, which is banned`, holds: true },
  ];
  const bound = { customerId: 'anna', conversion: 's', at: NOW - DAY, partner: 'alice', code: 'alice' };
  const cases: [
    name: string,
    event: TrackedEvent,
    known: Partial<WorkingSet>,
    fraud: Policy['fraud'],
    flags: Flag[] | undefined,
  ][] = [
    ['the host', purchase({}), { touches: [from('coupons.example')] }, banned, flag('coupons.example')],
    [
      'a subdomain',
      purchase({}),
      { touches: [from('de.coupons.example')] },
      banned,
      flag('de.coupons.example'),
    ],
    ['a signup', signup({}), { touches: [from('coupons.example')] }, banned, flag('coupons.example')],
    [
      'a name that only ends alike',
      purchase({}),
      { touches: [from('mycoupons.example')] },
      banned,
      undefined,
    ],
    ['no list', purchase({}), { touches: [from('coupons.example')] }, undefined, undefined],
    [
      'an empty list',
      purchase({}),
      { touches: [from('coupons.example')] },
      { bannedReferrers: [] },
      undefined,
    ],
    [
      'the visit that did not win',
      purchase({}),
      { touches: [from('coupons.example'), { code: 'bob', at: NOW - 60_000 }] },
      banned,
      undefined,
    ],
    [
      'the customer whom the visit brought',
      purchase({ customerId: 'anna' }),
      { customer: { ...bound, touch: from('coupons.example') } },
      banned,
      flag('coupons.example'),
    ],
    ['an older customer', purchase({ customerId: 'anna' }), { customer: bound }, banned, undefined],
    [
      'a coupon of another partner',
      purchase({ coupon: 'bob' }),
      { touches: [from('coupons.example')] },
      banned,
      undefined,
    ],
  ];
  it.each(cases)('%s', (_name, event, known, fraud, flags) => {
    expect(flagsOf(event, known, fraud)).toEqual(flags);
  });

  it('never take the credit or the money away', () => {
    const policy = { ...policyOf(banned), commission: [{ on: 'purchase' as const, percent: '10' }] };
    const { answer, entries } = decide(
      purchase({}),
      setOf({ touches: [from('coupons.example')] }),
      policy,
      NOW,
    );
    expect(answer).toMatchObject({ status: 'accepted', partner: 'alice' });
    expect(entries?.map(({ minor }) => minor)).toEqual([500]);
  });

  it('are remembered with the customer', () => {
    const known = { touches: [{ ...from('coupons.example'), landing: SHOP }] };
    expect(decide(signup({}), setOf(known), policyOf(undefined), NOW).customer?.touch).toEqual(
      from('coupons.example'),
    );
  });
});

describe('the policy of fraud', () => {
  const cases: [name: string, fraud: unknown, problem: RegExp | undefined][] = [
    ['hosts', { bannedReferrers: ['Coupons.example', 'xn--gnstig-3ya.example'] }, undefined],
    ['an address', { bannedReferrers: ['https://coupons.example/'] }, /a host alone/],
    ['one word', { bannedReferrers: ['coupons'] }, /a host alone/],
    ['no list', { bannedReferrers: 'coupons.example' }, /expected a list of hosts/],
    ['an unknown signal', { bannedreferrers: [] }, /is not known in fraud: expected bannedReferrers/],
    ['no object', 'hold', /expected an object of signals/],
  ];
  it.each(cases)('%s', (_name, fraud, problem) => {
    const { success, error } = policySchema.safeParse({ fraud });
    expect(success).toBe(!problem);
    if (problem) expect(error?.issues[0]?.message).toMatch(problem);
  });

  it('compares hosts in lower case', () => {
    expect(policySchema.parse({ fraud: { bannedReferrers: ['Coupons.EXAMPLE'] } })).toEqual({
      fraud: { bannedReferrers: ['coupons.example'] },
    });
  });
});
