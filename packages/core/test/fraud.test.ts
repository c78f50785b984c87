import { readFileSync } from 'node:fs';
import {
  decide,
  defaultPolicy,
  type Flag,
  normaliseEmail,
  type Policy,
  policySchema,
  type TrackedEvent,
  type WorkingSet,
} from '@reftally/core';
import { describe, expect, it } from 'vitest';

const { vectors } = JSON.parse(
  readFileSync(new URL('../../../test/vectors/email-hash.json', import.meta.url), 'utf8'),
) as { vectors: { name: string; address: string; normalised: string }[] };

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
    ['the ad that was clicked', pageview({ ...landing, ad: 'gclid' }), { ad: 'gclid' }],
    [
      'no ad of a later page',
      pageview({ ...landing, touches: [{ code: 'alice', at: NOW - 60_000 }], ad: 'gclid' }),
      {},
    ],
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
  it('the ad of the link that led to it, where the page does not say', () => {
    const link = { code: 'alice', client: 'k', at: NOW - 1000, matched: false, ad: 'gclid' };
    const touchOf = (event: TrackedEvent, at = link.at) =>
      decide(event, setOf({ recentClick: () => ({ ...link, at }) }), policyOf(undefined), NOW).touches?.[0]
        ?.ad;
    expect(touchOf(pageview({ ...landing, client: 'k' }))).toBe('gclid');
    expect(touchOf(pageview({ ...landing, client: 'k', ad: 'msclkid' }))).toBe('msclkid');
    expect(touchOf(pageview({ ...landing, client: 'k' }), NOW - DAY / 2)).toBeUndefined();
  });

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
    ['an unknown signal', { bannedreferrers: [] }, /is not known in fraud: expected selfReferral, /],
    ['an action', { selfReferral: 'refuse' }, undefined],
    ['an unknown action', { selfReferral: 'block' }, /expected "hold", "flag", "refuse" or "off"/],
    ['one action for all ads', { adClicks: 'flag' }, undefined],
    ['an action for some ads', { adClicks: { search: 'off' } }, undefined],
    ['no action for ads', { adClicks: 'none' }, /expected "hold", "flag" or "off", or \{search, other\}/],
    ['a limit', { velocity: { perDay: 50 } }, undefined],
    ['no limit', { velocity: { action: 'hold' } }, /expected a number of conversions .* missing/],
    ['a limit of none', { velocity: { perDay: 0 } }, /expected 1 or more/],
    ['half a limit', { velocity: { perDay: 1.5 } }, /expected a whole number/],
    ['limits of arrivals', { clickFlood: { perHour: 10, minShare: 100, perClient: 2 } }, undefined],
    ['an action for floods', { clickFlood: 'hold' }, undefined],
    ['fewer arrivals than are kept', { clickFlood: { perHour: 9 } }, /expected 10 or more/],
    ['more than all', { clickFlood: { minShare: 101 } }, /expected at most 100/],
    ['no object', 'hold', /expected an object of signals/],
  ];
  it.each(cases)('%s', (_name, fraud, problem) => {
    const { success, error } = policySchema.safeParse({ fraud });
    expect(success).toBe(!problem);
    if (problem) expect(error?.issues[0]?.message).toMatch(problem);
  });

  it('is what docs/fraud.md shows', () => {
    const guide = readFileSync(new URL('../../../docs/fraud.md', import.meta.url), 'utf8');
    const [, shown = ''] = /```json\n(.*?)```/s.exec(guide) ?? [];
    expect(policySchema.parse(JSON.parse(shown))).toEqual(JSON.parse(shown));
    const signals = [...guide.matchAll(/^\| `([a-z-]+)`/gm)].map(([, signal]) => signal);
    expect(signals).toHaveLength(6);
    for (const signal of signals) expect(guide).toContain(`\n## ${signal}\n`);
  });

  it('compares hosts in lower case', () => {
    expect(policySchema.parse({ fraud: { bannedReferrers: ['Coupons.EXAMPLE'] } })).toEqual({
      fraud: { bannedReferrers: ['coupons.example'] },
    });
  });
});

describe('ad clicks', () => {
  const by = (ad: string) => ({ touches: [{ code: 'alice', at: NOW - DAY, ad }] });
  const cases: [name: string, ad: string, fraud: Policy['fraud'], holds: boolean | undefined][] = [
    ['a search ad', 'gclid', undefined, true],
    ['another search ad', 'msclkid', {}, true],
    ['a search ad where that is allowed', 'gclid', { adClicks: { search: 'off' } }, undefined],
    ['a search ad that is noted', 'gclid', { adClicks: { search: 'flag' } }, false],
    ['what other links have, too', 'fbclid', undefined, undefined],
    ['what other links have, where that is noted', 'fbclid', { adClicks: { other: 'flag' } }, false],
    ['a name of which nobody knows', 'constructor', { adClicks: { other: 'hold' } }, true],
  ];
  it.each(cases)('%s', (_name, ad, fraud, holds) => {
    const flags = flagsOf(purchase({}), by(ad), fraud);
    expect(flags?.map(({ signal, holds: held }) => [signal, held])).toEqual(
      holds === undefined ? undefined : [['ad-click', holds]],
    );
    if (holds !== undefined) expect(flags?.[0]?.note).toContain(ad);
  });
});

describe('robots', () => {
  const touches = [{ code: 'alice', at: NOW - DAY }];
  const cases: [name: string, event: TrackedEvent, fraud: Policy['fraud'], holds: boolean | undefined][] = [
    ['a purchase', purchase({ bot: true }), undefined, true],
    ['a signup', signup({ bot: true }), {}, true],
    ['only noted', purchase({ bot: true }), { bots: 'flag' }, false],
    ['let go', purchase({ bot: true }), { bots: 'off' }, undefined],
    ['a person', purchase({}), undefined, undefined],
  ];
  it.each(cases)('%s', (_name, event, fraud, holds) => {
    const expected = holds === undefined ? undefined : [{ signal: 'bot', note: expect.any(String), holds }];
    expect(flagsOf(event, { touches }, fraud)).toEqual(expected);
  });
});

describe('velocity', () => {
  const touches = [{ code: 'alice', at: NOW - DAY }];
  const asked: unknown[] = [];
  const creditedWithin = (...span: unknown[]) => {
    asked.push(span);
    return 3;
  };
  const cases: [name: string, fraud: Policy['fraud'], holds: boolean | undefined][] = [
    ['the last one within the limit', { velocity: { perDay: 4 } }, undefined],
    ['one more', { velocity: { perDay: 3 } }, true],
    ['one more, noted', { velocity: { perDay: 3, action: 'flag' } }, false],
    ['one more, let go', { velocity: { perDay: 3, action: 'off' } }, undefined],
    ['no limit', {}, undefined],
  ];
  it.each(cases)('%s', (_name, fraud, holds) => {
    const flags = flagsOf(purchase({}), { touches, creditedWithin }, fraud);
    const note = 'it was conversion 4 within 24 hours, where 3 are usual at most';
    expect(flags).toEqual(holds === undefined ? undefined : [{ signal: 'velocity', note, holds }]);
  });

  it('looks at 24 hours before the sale, and nowhere when there is no limit', () => {
    asked.length = 0;
    flagsOf(purchase({}), { touches, creditedWithin });
    expect(asked).toEqual([]);
    flagsOf(purchase({}), { touches, creditedWithin }, { velocity: { perDay: 1 } });
    expect(asked).toEqual([['alice', NOW - DAY, NOW]]);
  });
});

describe('click floods', () => {
  const visit = (arrivals?: number) => ({ code: 'alice', at: NOW - DAY, ...(arrivals && { arrivals }) });
  const hour = (raw: number, visitors: number) => () => ({ raw, visitors });
  const cases: [
    name: string,
    known: Partial<WorkingSet>,
    fraud: Policy['fraud'],
    flag: { note: string; holds: boolean } | undefined,
  ][] = [
    [
      'an hour of many arrivals and few people',
      { touches: [visit()], arrivalsAt: hour(201, 20) },
      undefined,
      { note: 'the link was followed 201 times within the hour, and by 20 new visitors only', holds: false },
    ],
    ['people enough', { touches: [visit()], arrivalsAt: hour(201, 21) }, undefined, undefined],
    ['arrivals few enough', { touches: [visit()], arrivalsAt: hour(200, 0) }, undefined, undefined],
    [
      'limits of its own',
      { touches: [visit()], arrivalsAt: hour(11, 5) },
      { clickFlood: { action: 'hold', perHour: 10, minShare: 50 } },
      { note: 'the link was followed 11 times within the hour, and by 5 new visitors only', holds: true },
    ],
    [
      'let go',
      { touches: [visit(99)], arrivalsAt: hour(999, 0) },
      { clickFlood: { action: 'off' } },
      undefined,
    ],
    [
      'one client that comes again and again',
      { touches: [visit(21)] },
      undefined,
      { note: 'the link was followed 21 times from one address and browser that day', holds: false },
    ],
    ['one client that comes often', { touches: [visit(20)] }, {}, undefined],
    [
      'one client beyond a limit of its own',
      { touches: [visit(3)] },
      { clickFlood: { perClient: 2 } },
      { note: 'the link was followed 3 times from one address and browser that day', holds: false },
    ],
    ['a store that knows no hours', { touches: [visit()] }, undefined, undefined],
  ];
  it.each(cases)('%s', (_name, known, fraud, flag) => {
    expect(flagsOf(purchase({}), known, fraud)).toEqual(flag && [{ signal: 'click-flood', ...flag }]);
  });

  it('asks about the hour of the visit that won, and about nobody else', () => {
    const asked: unknown[] = [];
    const arrivalsAt = (...hourOf: unknown[]) => void asked.push(hourOf);
    flagsOf(purchase({}), { touches: [{ code: 'bob', at: NOW - 2 * DAY }, visit()], arrivalsAt });
    expect(asked).toEqual([['alice', NOW - DAY]]);
  });

  it('are remembered with the visit', () => {
    const recentClick = () => ({ code: 'alice', client: 'k', at: NOW - DAY / 2, matched: true, arrivals: 7 });
    const landing = pageview({ visitor: 'visitor-1', client: 'k', touches: [{ code: 'alice', at: NOW }] });
    const { touches } = decide(landing, setOf({ recentClick }), policyOf(undefined), NOW);
    expect(touches).toMatchObject([{ arrivals: 8 }]);
  });
});

describe('self-referral', () => {
  const touches = [{ code: 'alice', at: NOW - DAY }];
  const hash = 'a'.repeat(64);
  const alice = { emailHashes: ['0'.repeat(64), hash], customerId: 'c-alice', clients: new Set(['k-alice']) };
  const partnerIdentity = (partner: string) =>
    partner === 'alice' ? alice : { emailHashes: [], clients: new Set<string>() };
  const known = { touches, partnerIdentity };
  const customer = { customerId: 'anna', conversion: 's', at: NOW - DAY };
  const cases: [name: string, event: TrackedEvent, known: Partial<WorkingSet>, note: RegExp | undefined][] = [
    ['the address of a signup', signup({ emailHash: hash }), known, /e-mail address is the partner’s own/],
    ['a hash in capitals', signup({ emailHash: hash.toUpperCase() }), known, /e-mail/],
    ['another address', signup({ emailHash: 'b'.repeat(64) }), known, undefined],
    [
      'the address of a known customer',
      purchase({ customerId: 'anna' }),
      { ...known, customer: { ...customer, emailHash: hash } },
      /e-mail/,
    ],
    ['a customer without address', purchase({ customerId: 'anna' }), { ...known, customer }, undefined],
    ['the id of a signup', signup({ customerId: 'c-alice' }), known, /by the shop’s own id/],
    ['the id of a purchase', purchase({ customerId: 'c-alice' }), known, /by the shop’s own id/],
    ['the browser', purchase({ client: 'k-alice' }), known, /stats page open that day/],
    ['another browser', purchase({ client: 'k-anna' }), known, undefined],
    ['by coupon', purchase({ coupon: 'alice', client: 'k-alice' }), { partnerIdentity }, /stats page/],
    [
      'what another partner is credited with',
      purchase({ client: 'k-alice', customerId: 'c-alice' }),
      { ...known, touches: [{ code: 'bob', at: NOW - DAY }] },
      undefined,
    ],
    ['a store that knows nothing', purchase({ client: 'k-alice' }), { touches }, undefined],
  ];
  it.each(cases)('%s', (_name, event, given, note) => {
    const expected = note && [{ signal: 'self-referral', note: expect.stringMatching(note), holds: true }];
    expect(flagsOf(event, given)).toEqual(expected);
    expect(flagsOf(event, given, { selfReferral: 'flag' })?.map(({ holds }) => holds)).toEqual(
      note && [false],
    );
    expect(flagsOf(event, given, { selfReferral: 'off' })).toBeUndefined();
  });

  it('refused lets the next candidate win', () => {
    const own = purchase({ client: 'k-alice' });
    const both = [{ code: 'bob', at: NOW - 2 * DAY }, ...touches];
    const refuse = (event: TrackedEvent, given: Partial<WorkingSet>) =>
      decide(event, setOf({ partnerIdentity, ...given }), policyOf({ selfReferral: 'refuse' }), NOW);
    const { answer, conversion } = refuse(own, { touches: both });
    expect(answer).toMatchObject({ status: 'accepted', partner: 'bob' });
    expect(conversion?.flags).toBeUndefined();
    expect(conversion?.receipt.candidates.map(({ code, why }) => [code, why])).toEqual([
      ['alice', 'self-referral'],
      ['bob', 'won'],
    ]);
    expect(refuse(own, { touches }).answer).toMatchObject({ status: 'refused', reason: 'self-referral' });
    expect(refuse(purchase({}), { touches }).answer).toMatchObject({ partner: 'alice' });
    const { customer: unbound } = refuse(signup({ emailHash: hash }), { touches });
    expect(unbound).toEqual({ customerId: 'anna', conversion: 's', at: NOW, emailHash: hash });
  });

  it('refuses an expired visit as expired', () => {
    const old = [{ code: 'alice', at: NOW - 99 * DAY }];
    const { answer } = decide(
      purchase({ client: 'k-alice' }),
      setOf({ partnerIdentity, touches: old }),
      policyOf({ selfReferral: 'refuse' }),
      NOW,
    );
    expect(answer).toMatchObject({ status: 'refused', reason: 'expired' });
  });
});

describe('an address is spelled', () => {
  it.each(vectors)('$name', ({ address, normalised }) => {
    expect(normaliseEmail(address)).toBe(normalised);
  });

  it.each(['', 'anna', '@example.com', 'anna@'])('not at all, since "%s" is none', (address) => {
    expect(normaliseEmail(address)).toBeUndefined();
  });
});
