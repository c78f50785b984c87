import type { Candidate } from '../src/api/Candidate.js';
import type { Conversion } from '../src/api/Conversion.js';
import type { Partner } from '../src/api/Partner.js';

const ALL = 60;
const HOUR = 3_600_000;

/** One page of conversions, newest first, that go through every kind of receipt. */
export function fakeConversions(
  query: URLSearchParams,
  role: string,
  partners: readonly Partner[],
  quiet = false,
): { conversions: Conversion[]; nextCursor?: string } {
  if (quiet) return { conversions: [] };
  const start = Number(query.get('cursor') ?? 0);
  const end = Math.min(ALL, start + Number(query.get('limit') ?? 25));
  const newest = Math.min(Date.now(), Date.parse(`${query.get('to')}T20:00:00Z`));
  const conversions: Conversion[] = [];
  for (let i = start; i < end; i++) conversions.push(conversionOf(i, newest, role, partners));
  return { conversions, ...(end < ALL ? { nextCursor: String(end) } : {}) };
}

function conversionOf(i: number, newest: number, role: string, partners: readonly Partner[]): Conversion {
  const at = newest - i * 7.3 * HOUR - 9 * 60_000;
  const shop = role !== 'partner';
  const [me, rival] = shop ? [partners[i % 5], partners[(i + 1) % 5]] : [partners[0], undefined];
  const time = (hoursBefore: number) => new Date(at - hoursBefore * HOUR).toISOString();
  const mine = (
    via: Candidate['via'],
    before: number,
    verdict: Candidate['verdict'],
    why: string,
  ): Candidate => ({
    via,
    code: via === 'coupon' ? `${me?.code.toUpperCase()}10` : (me?.code ?? null),
    partner: me?.id ?? null,
    at: time(before),
    ...(via === 'touch' ? { landing: 'https://acorn.example/desks/oak-desk' } : {}),
    verdict,
    why,
  });
  const theirs = (before: number, why: string): Candidate => ({
    via: 'touch',
    code: rival?.code ?? null,
    partner: rival?.id ?? null,
    at: time(before),
    landing: 'https://acorn.example/',
    verdict: 'lost',
    why,
  });
  const stories: [Conversion['status'], string, string | undefined, Candidate[]][] = [
    ['credited', 'last-touch', undefined, [mine('touch', 74, 'won', 'won'), theirs(190, 'not-last')]],
    ['credited', 'coupon', undefined, [mine('coupon', 0, 'won', 'won'), theirs(30, 'lower-precedence')]],
    ['credited', 'customer', undefined, [mine('customer', 900, 'won', 'won'), theirs(5, 'lower-precedence')]],
    ['refused', 'none', 'expired', [mine('touch', 1100, 'lost', 'expired')]],
    ['credited', 'last-touch', undefined, [mine('touch', 0.4, 'won', 'won')]],
    shop
      ? ['direct', 'none', undefined, []]
      : ['refused', 'none', 'paused', [mine('touch', 12, 'lost', 'paused')]],
  ];
  const [status, rule, reason, candidates] = stories[i % stories.length] ?? ['direct', 'none', undefined, []];
  const signup = i % 4 === 3;
  const amount = { currency: i % 7 === 6 ? 'USD' : 'EUR', minor: 2990 + ((i * 3571) % 24_000) };
  return {
    id: `c${i}`,
    site: 'acorn',
    type: signup ? 'signup' : 'purchase',
    at: new Date(at).toISOString(),
    partner: status === 'direct' ? null : (me?.id ?? null),
    partnerName: status === 'direct' ? null : (me?.name ?? null),
    code: me?.code ?? null,
    status,
    ...(reason ? { reason } : {}),
    ...(signup ? {} : { orderId: `A-${20_480 - i}`, amount }),
    customerId: shop ? `cust-${700 + i}` : 'c•••7',
    ...(i % 10 === 1 && !signup
      ? {
          refunded: { currency: amount.currency, minor: 1500 },
          ...(status === 'credited' ? { clawedBack: { currency: amount.currency, minor: 300 } } : {}),
        }
      : {}),
    trust: i % 3 === 0 ? 'server' : 'browser',
    ...(status === 'credited' && !signup
      ? { commission: { currency: amount.currency, minor: Math.round(amount.minor * 0.2) } }
      : {}),
    receipt: {
      model: 'last',
      windowDays: 30,
      precedence: ['coupon', 'customer', 'touch'],
      policyVersion: 3,
      rule,
      candidates,
    },
  };
}
