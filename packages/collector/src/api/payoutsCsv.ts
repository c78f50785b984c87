import type { apiPayout } from './apiPayout.js';
import type { CsvTable } from './CsvTable.js';
import { csvAmount } from './csvAmount.js';
import { csvText } from './csvText.js';

/** Payouts as CSV: one line for each of their payments. */
export const payoutsCsv: CsvTable<ReturnType<typeof apiPayout>> = {
  columns: ['payout', 'status', 'createdAt', 'partner', 'partnerName', 'currency', 'amount', 'entries'],
  lines: ({ id, status, createdAt, lines }) =>
    lines.map((line) => [
      csvText(id),
      status,
      createdAt,
      csvText(line.partner),
      csvText(line.partnerName),
      line.currency,
      csvAmount(line),
      line.entries,
    ]),
};
