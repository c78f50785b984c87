import type { Earning, EarningLine, EarningPart } from '@reftally/core';
import { cutText } from '../lib/cutText.js';
import { formatMoney } from '../lib/formatMoney.js';
import { partRule } from '../lib/partRule.js';
import { rateText } from '../lib/rateText.js';

/** One rate of the whole order, without cap or table: the sentence has said it all. */
function isPlain({ rates, lines, cuts, tier }: EarningPart): boolean {
  return rates.length === 1 && !lines && !cuts && !tier;
}

/** What the commission is made of, part by part, where that takes more than a sentence. */
export function EarningParts({ earning }: { earning: Earning }) {
  const { parts = [], currency } = earning;
  const [only] = parts;
  if (currency === undefined || !only || (parts.length === 1 && isPlain(only))) return null;
  return (
    <div class="parts">
      <p class="parts-head">How the commission adds up</p>
      <ul aria-label="Parts of the commission">
        {parts.map((part) => (
          <Part key={`${part.list} ${part.rule}`} part={part} currency={currency} />
        ))}
      </ul>
    </div>
  );
}

function Part({ part, currency }: { part: EarningPart; currency: string }) {
  const money = (minor: number) => formatMoney({ currency, minor });
  return (
    <li class="part">
      <div>
        <p>
          <b>{part.rates.map((rate) => rateText(rate, currency)).join(' + ')}</b>{' '}
          <span>by {partRule(part, currency)}</span>
        </p>
        {part.lines && (
          <p>
            <span>For {linesText(part.lines, money)}</span>
          </p>
        )}
        {part.cuts?.map((cut) => (
          <p key={cut.by} class="part-cut">
            {cutText(cut, currency)}
          </p>
        ))}
      </div>
      <b class="part-sum">{money(part.minor)}</b>
    </li>
  );
}

/** One line earns what the rate beside it says; of several each has its own share. */
function linesText(lines: readonly EarningLine[], money: (minor: number) => string): string {
  if (lines.length === 1) return lines.map(({ id }) => id).join();
  return lines.map(({ id, amount, minor }) => `${id} (${money(amount)} earns ${money(minor)})`).join(', ');
}
