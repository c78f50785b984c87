import type { TotalsRow } from '../api/TotalsRow.js';
import { formatCount } from './formatCount.js';

/** How many arrivals the counted clicks were among: `of 1,380 arrivals`; empty when every one counted. */
export function arrivalsText(
  { clicks, rawClicks }: Pick<TotalsRow, 'clicks' | 'rawClicks'>,
  locale?: string,
): string {
  return rawClicks > clicks ? `of ${formatCount(rawClicks, locale)} arrivals` : '';
}
