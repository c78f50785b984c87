import type { Money } from '../src/api/Money.js';
import type { Partner } from '../src/api/Partner.js';
import type { Payout } from '../src/api/Payout.js';
import type { PayoutLine } from '../src/api/PayoutLine.js';

type Json = Record<string, unknown>;
type Reply = { status: number; body?: unknown; text?: string; headers?: Record<string, string> };

const failed = (status: number, code: string, message: string, field?: string): Reply => ({
  status,
  body: { error: { code, message, ...(field ? { field } : {}) } },
});
const NOW = '2026-05-31T09:00:00.000Z';

const totalOf = (lines: readonly PayoutLine[]): Money[] =>
  ['EUR', 'USD'].flatMap((currency) => {
    const own = lines.filter((line) => line.currency === currency);
    return own.length > 0 ? [{ currency, minor: own.reduce((sum, line) => sum + line.minor, 0) }] : [];
  });

/** Payouts with the collector’s manners: what is payable is claimed once, terms are checked, states follow each other. */
export function fakePayouts(partners: readonly Partner[], quiet = false) {
  const claimed = new Set<string>();
  const line = (rank: number, currency: string, minor: number): PayoutLine => ({
    partner: `p${rank}`,
    partnerName: partners[rank]?.name ?? '',
    currency,
    minor,
    entries: rank + 2,
  });
  const old = [line(0, 'EUR', 12_000)];
  const open = [line(0, 'EUR', 35_000)];
  const payouts = new Map<string, Payout>();
  if (!quiet) {
    payouts.set('2026-04', {
      id: '2026-04',
      status: 'paid',
      createdAt: NOW,
      paidAt: NOW,
      total: totalOf(old),
      lines: old,
    });
    payouts.set('2026-05', {
      id: '2026-05',
      status: 'open',
      createdAt: NOW,
      total: totalOf(open),
      lines: open,
    });
  }

  const payable = ({ currency, threshold }: Json): PayoutLine[] => {
    const least = (threshold ?? {}) as Record<string, string>;
    const all = partners
      .slice(0, 4)
      .flatMap((_, rank) => [line(rank, 'EUR', 2500 * (rank + 1)), line(rank, 'USD', 900 * rank)]);
    return all.filter(
      (one) =>
        one.minor > 0 &&
        (currency ?? one.currency) === one.currency &&
        one.minor >= Number(least[one.currency] ?? 0) * 100 &&
        !claimed.has(`${one.partner} ${one.currency}`),
    );
  };
  const make = (input: Json): Reply => {
    for (const [currency, sum] of Object.entries((input.threshold ?? {}) as Record<string, string>)) {
      if (!/^\d+(\.\d{1,2})?$/.test(sum))
        return failed(
          400,
          'invalid-request',
          `threshold: expected a decimal such as "49.99", got "${sum}" (${currency})`,
          'threshold',
        );
    }
    const lines = quiet ? [] : payable(input);
    if (input.preview) return { status: 200, body: { preview: true, total: totalOf(lines), lines } };
    const id = String(input.id);
    if (payouts.has(id))
      return failed(409, 'conflict', `id: "${id}" is a payout on other terms already: choose another id`);
    if (lines.length === 0)
      return failed(409, 'conflict', 'Nothing is payable on these terms: the preview shows what is.');
    for (const one of lines) claimed.add(`${one.partner} ${one.currency}`);
    const { currency, threshold } = input as Pick<NonNullable<Payout['terms']>, 'currency' | 'threshold'>;
    const terms = { ...(currency ? { currency } : {}), ...(threshold ? { threshold } : {}) };
    const made: Payout = { id, status: 'open', createdAt: NOW, terms, total: totalOf(lines), lines };
    payouts.set(id, made);
    return { status: 201, body: made };
  };
  const change = (payout: Payout, to: string, input: Json): Reply => {
    if (
      to === 'export' &&
      input.format === 'paypal' &&
      payout.lines.some((one) => !partners.find(({ id }) => id === one.partner)?.payout)
    )
      return failed(
        409,
        'conflict',
        'format: how Chidi Eriksen should be paid is not known: set payout of the partner first, or export it as csv.',
        'format',
      );
    if (to === 'export' && input.format === 'sepa')
      return failed(409, 'conflict', 'format: the shop’s own account is not known.', 'format');
    if (to === 'cancel' && payout.status !== 'open')
      return failed(
        409,
        'conflict',
        `The payout ${payout.id} is ${payout.status}: it can be cancelled before it is exported only; adjust the accounts instead.`,
      );
    if (to === 'cancel') Object.assign(payout, { status: 'cancelled', cancelledAt: NOW });
    if (to === 'paid') Object.assign(payout, { status: 'paid', paidAt: NOW });
    if (to !== 'export') return { status: 200, body: payout };
    if (payout.status === 'open') Object.assign(payout, { status: 'exported', exportedAt: NOW });
    const headers = {
      'content-type': 'text/csv',
      'content-disposition': `attachment; filename=payout-${payout.id}.csv`,
    };
    return { status: 200, text: 'payout,partner\r\n', headers };
  };

  return (method: string, path: string, input: Json, role: string): Reply => {
    const [, id, to] = path.split('/');
    if (method === 'POST' && role === 'partner') return failed(403, 'forbidden', 'Not yours.');
    if (!id)
      return method === 'POST' ? make(input) : { status: 200, body: { payouts: [...payouts.values()] } };
    const payout = payouts.get(id);
    if (!payout) return failed(404, 'not-found', `Site "acorn" has no payout "${id}".`);
    return to ? change(payout, to, input) : { status: 200, body: payout };
  };
}
