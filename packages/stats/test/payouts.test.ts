import { describe, expect, test } from 'vitest';
import { ApiError } from '../src/api/ApiError.js';
import type { Money } from '../src/api/Money.js';
import type { Partner } from '../src/api/Partner.js';
import type { PayMethod } from '../src/api/PayMethod.js';
import { emptyTotals } from '../src/lib/emptyTotals.js';
import { openAccounts } from '../src/lib/openAccounts.js';
import { payMethodText } from '../src/lib/payMethodText.js';
import { payoutId } from '../src/lib/payoutId.js';
import { problemText } from '../src/lib/problemText.js';
import { signalName } from '../src/lib/signalName.js';
import { unpaidNames } from '../src/lib/unpaidNames.js';
import { warningText } from '../src/lib/warningText.js';

test.each<[string, PayMethod | undefined, string]>([
  ['PayPal', { method: 'paypal', paypalEmail: 'ada@mail.example' }, 'PayPal, ada@mail.example'],
  ['a bank', { method: 'bank', name: 'Ada', iban: 'DE89370400440532013000' }, 'Bank, …3000'],
  ['nobody knows', undefined, ''],
])('who is paid by %s', (_name, to, text) => {
  expect(payMethodText(to)).toBe(text);
});

test('a payout is named after its day, with an end of its own', () => {
  expect(payoutId('2026-11-23', new Uint8Array([0, 30, 31, 255]))).toBe('2026-11-23-a9ah');
});

describe('whom nobody can pay yet', () => {
  const partner = (rank: number, payout?: PayMethod) =>
    [`p${rank}`, { id: `p${rank}`, ...(payout ? { payout } : {}) } as Partner] as const;
  const line = (rank: number) => ({
    partner: `p${rank}`,
    partnerName: `N${rank}`,
    currency: 'EUR',
    minor: 1,
    entries: 1,
  });
  const all = [0, 1, 2, 3, 4, 5, 6].map(line);
  test.each([
    ['one of three', [partner(0, { method: 'paypal', paypalEmail: 'a@b.example' }), partner(1)], all, 'N1'],
    ['seven', all.map((_, rank) => partner(rank)), all, 'N0, N1, N2, N3, N4 and 2 more'],
    ['one in two currencies', [partner(1)], [line(1), { ...line(1), currency: 'USD' }], 'N1'],
    ['partners that are still being read', [], all, ''],
  ])('%s', (_name, details, lines, names) => {
    expect(unpaidNames(lines, new Map(details))).toBe(names);
  });
});

test('accounts with something in them, the largest first', () => {
  const eur = (minor: number): Money[] => (minor === 0 ? [] : [{ currency: 'EUR', minor }]);
  const row = (name: string, held: number, payable: number) => ({
    ...emptyTotals(name, name, name),
    commission: { held: eur(held), payable: eur(payable), paid: eur(900) },
  });
  const rows = [
    row('settled', 0, 0),
    row('held', 5, 0),
    row('small', 0, 7),
    row('owes', 0, -3),
    row('large', 0, 80),
  ];
  expect(openAccounts(rows, 'EUR').map(({ name }) => name)).toEqual(['large', 'small', 'held', 'owes']);
});

test.each([
  [
    new ApiError(409, 'conflict', 'format: nobody is paid by PayPal.', undefined, 'format'),
    'Nobody is paid by PayPal.',
  ],
  [new ApiError(400, 'invalid-request', 'payout.iban: expected an IBAN'), 'Expected an IBAN.'],
  [new ApiError(409, 'conflict', 'The payout x is paid'), 'The payout x is paid.'],
  [
    new ApiError(503, 'unavailable', 'x'),
    'The collector has a problem. Nothing is lost. Try again in a minute.',
  ],
  [
    new ApiError(0, 'unreachable', 'x'),
    'The collector does not answer. Check your connection, then try again.',
  ],
  [new TypeError('odd'), 'TypeError: odd'],
])('%s is said as a sentence', (error, text) => {
  expect(problemText(error)).toBe(text);
});

test.each([
  ['banned-referrer', 'Banned site'],
  ['made-up-later', 'Made up later'],
])('the signal %s is called %s', (signal, name) => {
  expect(signalName(signal)).toBe(name);
});

test.each([
  ['policy.holdDays: it is short; expected at least 14', 'Days held', 'It is short. Expected: at least 14.'],
  ['policy.commission[1]: it never applies', 'Rule 2', 'It never applies.'],
  ['commission[0].capPerOrder: a; expected b', 'Rule 1, cap per order', 'A. Expected: b.'],
  ['policy.commission[0].flat.currency: a', 'Rule 1, flat sum', 'A.'],
  ['policy.commission[0].capPerCustomer.money: a', 'Rule 1, cap per customer', 'A.'],
  ['policy.groups.vip.commission[2].tiers.steps[1]: a', 'Rule 3 of the group vip, step 2 of the table', 'A.'],
  ['policy.commission[0].tiers.currency: a', 'Rule 1, table of rates', 'A.'],
  ['something else', '', 'Something else.'],
])('the warning “%s”', (warning, where, what) => {
  expect(warningText(warning)).toEqual({ where, what });
});
