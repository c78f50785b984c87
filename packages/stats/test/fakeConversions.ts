import { explainConversion } from '@reftally/core';
import type { Candidate } from '../src/api/Candidate.js';
import type { Conversion } from '../src/api/Conversion.js';
import type { Correction } from '../src/api/Correction.js';
import type { Partner } from '../src/api/Partner.js';
import type { Receipt } from '../src/api/Receipt.js';

const ALL = 60;
const HOUR = 3_600_000;

/** One page of conversions, newest first, that go through every kind of receipt. */
export function fakeConversions(
  query: URLSearchParams,
  role: string,
  partners: readonly Partner[],
  quiet = false,
): { conversions: Conversion[]; nextCursor?: string; known?: boolean } {
  if (quiet) return { conversions: [] };
  const order = query.get('order');
  if (order !== null) return answerFor(order, role, partners);
  const start = Number(query.get('cursor') ?? 0);
  const end = Math.min(ALL, start + Number(query.get('limit') ?? 25));
  const newest = Math.min(Date.now(), Date.parse(`${query.get('to')}T20:00:00Z`));
  const conversions: Conversion[] = [];
  for (let i = start; i < end; i++) conversions.push(conversionOf(i, newest, role, partners));
  return { conversions, ...(end < ALL ? { nextCursor: String(end) } : {}) };
}

/** An order by its number: those of the list, one that came without this partner, or none. */
function answerFor(order: string, role: string, partners: readonly Partner[]) {
  const all = Array.from({ length: ALL }, (_, i) => conversionOf(i, Date.now(), role, partners));
  const conversions = all.filter(({ orderId }) => orderId === order);
  return { conversions, known: conversions.length > 0 || order === 'B-1' };
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
  const { currency, minor } = { currency: i % 7 === 6 ? 'USD' : 'EUR', minor: 2990 + ((i * 3571) % 24_000) };
  const isPaid = status === 'credited' && !signup;
  const back = i % 10 === 1 && isPaid ? 300 : 0;
  const earned = i % 6 === 1 ? splitEarning(minor) : plainEarning(minor);
  const receipt: Receipt = {
    model: 'last',
    windowDays: 30,
    precedence: ['coupon', 'customer', 'touch'],
    policyVersion: 3,
    rule,
    candidates,
    ...(isPaid ? { earning: { month: '2026-11', currency, ...earned } } : {}),
    ...(i % 6 === 1 ? { corrections: [correctionOf(time(-20), currency, minor)] } : {}),
  };
  const commission = { currency, minor: earned.parts.reduce((sum, part) => sum + part.minor, 0) };
  const shown: Omit<Conversion, 'explanation'> = {
    id: `c${i}`,
    site: 'acorn',
    type: signup ? 'signup' : 'purchase',
    at: new Date(at).toISOString(),
    partner: status === 'direct' ? null : (me?.id ?? null),
    partnerName: status === 'direct' ? null : (me?.name ?? null),
    code: me?.code ?? null,
    status,
    ...(reason ? { reason } : {}),
    ...(signup ? {} : { orderId: `A-${20_480 - i}`, amount: { currency, minor } }),
    customerId: shop ? `cust-${700 + i}` : 'c•••7',
    ...(i % 10 === 1 && !signup ? { refunded: { currency, minor: 1500 } } : {}),
    ...(back > 0 ? { clawedBack: { currency, minor: back } } : {}),
    trust: i % 3 === 0 ? 'server' : 'browser',
    ...(isPaid ? { commission } : {}),
    receipt,
  };
  if (i === 2 && !shop) shown.review = { state: 'open', since: shown.at };
  return { ...shown, explanation: explanationOf(shown, shop ? (me?.name ?? '') : 'you', back) };
}

/** The core’s own sentence, as the collector sends it. */
function explanationOf(shown: Omit<Conversion, 'explanation'>, to: string, back: number): string {
  const candidates = shown.receipt.candidates.map((one) => ({ ...one, at: Date.parse(one.at) }));
  // What opens a review is not told to the partner, but the sentence follows from it.
  const flags = shown.review ? [{ signal: 'velocity', note: 'many', holds: true }] : undefined;
  const stored = { ...shown, at: Date.parse(shown.at), receipt: { ...shown.receipt, candidates }, flags };
  return explainConversion(stored as unknown as Parameters<typeof explainConversion>[0], to, back);
}

function plainEarning(amount: number) {
  const minor = Math.round(amount * 0.2);
  return { parts: [{ list: 'site' as const, rule: 1, rates: [{ percent: '20', amount }], minor }] };
}

/** A cap cuts the first of two lines, a table of rates pays the second. */
function splitEarning(amount: number) {
  const desk = Math.round(amount * 0.6);
  const lamp = amount - desk;
  const [full, most, rest] = [Math.round(desk * 0.3), 500, Math.round(lamp * 0.12)];
  const minor = Math.min(full, most);
  return {
    parts: [
      {
        list: 'site' as const,
        rule: 2,
        rates: [{ percent: '30', amount: desk }],
        lines: [{ id: 'oak-desk', amount: desk, minor }],
        ...(full > most ? { cuts: [{ by: 'order' as const, limit: most, minor: full - most }] } : {}),
        minor,
      },
      {
        list: 'group' as const,
        rule: 1,
        group: 'makers',
        rates: [{ percent: '12', amount: lamp }],
        tier: { by: 'purchases' as const, per: 'month' as const, before: 11 },
        lines: [{ id: 'lamp', amount: lamp, minor: rest }],
        minor: rest,
      },
    ],
  };
}

function correctionOf(at: string, currency: string, minor: number): Correction {
  const [amount, commission] = [
    { currency, minor: minor + 1000 },
    { currency, minor: 640 },
  ];
  return {
    at,
    trust: 'server',
    amount: { currency, minor },
    before: { trust: 'browser', amount, commission },
  };
}
