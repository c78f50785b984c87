import type { LedgerLine } from '@reftally/core';
import type { CsvTable } from './CsvTable.js';
import { csvAmount } from './csvAmount.js';
import { csvText } from './csvText.js';

/** Ledger lines as CSV, amounts in major units. */
export const ledgerCsv: CsvTable<LedgerLine> = {
  columns: [
    'partner',
    'seq',
    'id',
    'type',
    'at',
    'payableAt',
    'currency',
    'amount',
    'conversion',
    'refundId',
    'payout',
    'review',
    'note',
    'hash',
  ],
  lines: (line) => [
    [
      csvText(line.partner),
      line.seq,
      csvText(line.id),
      line.type,
      line.at,
      line.payableAt,
      line.currency,
      csvAmount(line),
      csvText(line.conversion),
      csvText(line.refundId),
      csvText(line.payout),
      line.review ?? '',
      csvText(line.note),
      line.hash,
    ],
  ],
};
