import { dayOf } from '../dayOf.js';
import { isTrustedAs } from '../isTrustedAs.js';
import type { Money } from '../Money.js';
import type { Policy } from '../Policy.js';
import { cutByCaps } from './cutByCaps.js';
import type { Cut, Earning, EarningPart } from './Earning.js';
import { priceRates } from './priceRates.js';
import { type Rates, ratesOf } from './ratesOf.js';
import { rulesInOrder } from './rulesInOrder.js';
import type { Sale, SaleHistory } from './Sale.js';
import { splitMoney } from './splitMoney.js';
import { type Taken, takeLines } from './takeLines.js';

/** What a sale earns, if anything, and how that came about. */
export type Commission = { money?: Money; earning: Earning };

/**
 * What a credited conversion earns its partner. Each line of the order goes to the first rule that applies (the partner's own, its group's,
 * the site's; newest date first); the sum is rounded once, half up; then each rule's caps cut what it pays. A rule that a cap has cut
 * does not give way to the next one.
 */
export function commissionOf(sale: Sale, set: SaleHistory, policy: Policy): Commission {
  const month = dayOf(sale.at, set.timeZone).slice(0, 7);
  if (!isTrustedAs(sale.trust, policy.paysFrom)) return { earning: { month, none: 'untrusted' } };
  const taken = takeLines(sale, rulesInOrder(policy, set.partnerTerms?.(sale.partner)), set);
  const currency = sale.amount?.currency ?? taken[0]?.placed.rule.flat?.currency;
  if (taken.length === 0 || currency === undefined) return { earning: { month, none: 'no-rule' } };
  const rates = taken.map(({ placed, lines }) => ratesOf(placed.rule, sumOf(lines), sale, month, set));
  const prices = priceRates(rates.map((applied) => applied.rates));
  const parts: EarningPart[] = [];
  let given = 0;
  for (const [index, one] of taken.entries()) {
    const price = prices[index] ?? 0;
    const cuts = cutByCaps(one.placed.rule, { minor: price, given, currency, month }, sale, set);
    const minor = cuts.reduce((left, cut) => left - cut.minor, price);
    parts.push(partOf(one, rates[index] ?? { rates: [] }, cuts, minor));
    given += minor;
  }
  const earning: Earning = { month, currency, parts };
  return given > 0 ? { money: { currency, minor: given }, earning } : { earning };
}

function sumOf(lines: readonly { minor: number }[]): number {
  return lines.reduce((sum, { minor }) => sum + minor, 0);
}

/** Field by field: spreading costs more than all the rest. */
function partOf(
  { placed, lines, isWhole }: Taken,
  { rates, tier }: Rates,
  cuts: Cut[],
  minor: number,
): EarningPart {
  const { list, group, version } = placed.place;
  const part: EarningPart = { list, rule: placed.number, rates, minor };
  if (group !== undefined) part.group = group;
  if (version !== undefined) part.version = version;
  if (tier) part.tier = tier;
  if (!isWhole) part.lines = linesOfPart(lines, minor);
  if (cuts.length > 0) part.cuts = cuts;
  return part;
}

function linesOfPart(lines: Taken['lines'], minor: number): EarningPart['lines'] {
  const shares = splitMoney(
    minor,
    lines.map((line) => line.minor),
  );
  return lines.map((line, index) => ({
    id: line.items.map(({ id }) => id).join(', '),
    amount: line.minor,
    minor: shares[index] ?? 0,
  }));
}
