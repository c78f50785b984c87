import type { AppliedRate } from '@reftally/core';
import { formatMoney } from './formatMoney.js';

/** One rate of a commission with what it was applied to: `20% of €40.00`, `€5.00, a flat sum`. Amounts in minor units. */
export function rateText(
  { percent, amount = 0, flat }: AppliedRate,
  currency: string,
  locale?: string,
): string {
  if (flat !== undefined) return `${formatMoney({ currency, minor: flat }, locale)}, a flat sum`;
  const rate = (Number(percent) / 100).toLocaleString(locale, { style: 'percent', maximumFractionDigits: 6 });
  return `${rate} of ${formatMoney({ currency, minor: amount }, locale)}`;
}
