import type { Cut, EarningPart } from '../commission/Earning.js';
import type { Explainable } from './Explainable.js';
import { moneyText } from './moneyText.js';

const PERIODS = { month: 'in that month', quarter: 'in that quarter', year: 'in that year', ever: 'so far' };

/** What was earned and how that came about; nothing for what was not credited, or before receipts said it. */
export function explainEarning({ receipt, commission, trust }: Explainable): string {
  const { earning } = receipt;
  if (!earning) return '';
  if (earning.none === 'untrusted')
    return `Nothing is earned: the shop does not pay for what is only known from a ${trust} report.`;
  const { currency, parts } = earning;
  if (!parts || currency === undefined) return 'Nothing is earned: no commission rule applies to it.';
  const [only] = parts;
  const texts =
    parts.length === 1 && only
      ? [howText(only, currency)]
      : parts.map((part) => `${moneyText(part.minor, currency)} is ${howText(part, currency)}`);
  const sum = commission ? `${moneyText(commission.minor, currency)} is earned` : 'Nothing is earned';
  return `${sum}: ${texts.join('; ')}.`;
}

function howText(part: EarningPart, currency: string): string {
  const rates = part.rates.map(({ percent, amount = 0, flat }) =>
    flat === undefined
      ? `${percent} % of ${moneyText(amount, currency)}`
      : `a flat ${moneyText(flat, currency)}`,
  );
  const lines = part.lines ? ` for ${part.lines.map(({ id }) => id).join(', ')}` : '';
  const cuts = (part.cuts ?? []).map(
    (cut) => `, less ${moneyText(cut.minor, currency)} because ${capText(cut, currency)}`,
  );
  return `${rates.join(' + ')}${lines} (${ruleText(part)}${tierText(part, currency)})${cuts.join('')}`;
}

function ruleText({ list, rule, group }: EarningPart): string {
  if (list === 'partner') return `rule ${rule} of the partner’s own`;
  return list === 'group' ? `rule ${rule} of the group ${group}` : `rule ${rule} of the shop`;
}

function tierText({ tier }: EarningPart, currency: string): string {
  if (!tier) return '';
  const before = tier.by === 'revenue' ? moneyText(tier.before, currency) : `${tier.before} purchases`;
  return `, after ${before} ${PERIODS[tier.per]}`;
}

function capText({ by, limit, used = 0, period = 'ever' }: Cut, currency: string): string {
  if (by === 'customer-months') return `a customer counts for ${limit} months`;
  if (by === 'customer-orders')
    return `${used} orders of this customer have been paid and ${limit} is the most`;
  const most = `${moneyText(limit, currency)} is the most`;
  if (by === 'order') return `${most} for one order`;
  const had = used > 0 ? ` and ${moneyText(used, currency)} had been earned before` : '';
  return by === 'period' ? `${most} ${PERIODS[period]}${had}` : `${most} for one customer${had}`;
}
