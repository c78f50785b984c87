import type { z } from 'zod';
import type { answers } from './answers.js';
import { formatTable } from './formatTable.js';
import { moneyText } from './moneyText.js';

/** The payments of a payout, or of a preview, as a table with their total. */
export function describePayout({ lines, total }: z.output<typeof answers.payoutLines>): string {
  if (lines.length === 0) return 'Nothing is payable on these terms.';
  const rows = lines.map((line) => [line.partnerName, moneyText([line]), String(line.entries), line.partner]);
  return `${formatTable(['partner', 'amount', 'lines', 'id'], rows)}\ntotal ${moneyText(total)}`;
}
