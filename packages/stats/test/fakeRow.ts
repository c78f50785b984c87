import type { Partner } from '../src/api/Partner.js';
import type { TotalsRow } from '../src/api/TotalsRow.js';
import { emptyTotals } from '../src/lib/emptyTotals.js';

/** A number in [0, 1) that is always the same for the same text. */
function chance(text: string): number {
  let hash = 2_166_136_261;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 16_777_619);
  return ((hash ^ (hash >>> 15)) >>> 0) / 2 ** 32;
}

/** Totals of one partner over some days; the same days always give the same numbers, and days add up. */
export function fakeRow(partner: Partner, rank: number, days: readonly string[], quiet = false): TotalsRow {
  const row = emptyTotals(partner.id, partner.code, partner.name);
  if (quiet) return row;
  const size = 46 / (1 + (rank % 97) * 0.6);
  let cents = 0;
  for (const day of days) {
    const dice = (what: string) => chance(`${day} ${partner.id} ${what}`);
    const weekend = [0, 6].includes(new Date(day).getUTCDay()) ? 0.55 : 1;
    const clicks = Math.round(size * weekend * (0.5 + dice('clicks')));
    row.clicks += clicks;
    row.rawClicks += clicks + Math.round(clicks * 0.3 * dice('repeats'));
    row.visitors += Math.round(clicks * (0.6 + 0.2 * dice('visitors')));
    row.pageviews += Math.round(clicks * (2 + 2 * dice('pages')));
    row.signups += Math.floor(clicks * 0.09 * dice('signups'));
    const purchases = Math.floor(clicks * 0.07 * dice('purchases') + 0.3);
    row.purchases += purchases;
    row.refunds += purchases > 2 && dice('refunds') > 0.7 ? 1 : 0;
    cents += purchases * Math.round(2900 + 9000 * dice('price'));
  }
  const dollars = Math.round(cents * 0.22);
  const money = (eur: number, usd: number) =>
    [
      { currency: 'EUR', minor: Math.round(eur) },
      { currency: 'USD', minor: Math.round(usd) },
    ].filter(({ minor }) => minor !== 0);
  row.revenue = money(cents, dollars);
  row.commission = {
    held: money(cents * 0.09, dollars * 0.12),
    payable: money(cents * 0.07, 0),
    paid: money(cents * 0.04, dollars * 0.08),
  };
  return row;
}
