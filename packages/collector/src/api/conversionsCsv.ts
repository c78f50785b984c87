import type { Money } from '@reftally/core';
import type { apiConversion } from './apiConversion.js';
import type { CsvTable } from './CsvTable.js';
import { csvAmount } from './csvAmount.js';
import { csvText } from './csvText.js';

type Row = ReturnType<typeof apiConversion> & { refunded?: Money; clawedBack?: Money; discount?: Money };

/** Conversions as CSV, without their receipts. */
export const conversionsCsv: CsvTable<Row> = {
  columns: [
    'id',
    'site',
    'type',
    'at',
    'partner',
    'partnerName',
    'code',
    'status',
    'reason',
    'orderId',
    'customerId',
    'currency',
    'amount',
    'refunded',
    'trust',
    'commissionCurrency',
    'commission',
    'clawedBack',
    'flags',
    'review',
    'discount',
  ],
  lines: (row) => [
    [
      csvText(row.id),
      csvText(row.site),
      row.type,
      row.at,
      csvText(row.partner ?? undefined),
      csvText(row.partnerName ?? undefined),
      csvText(row.code ?? undefined),
      row.status,
      row.reason ?? '',
      csvText(row.orderId),
      csvText(row.customerId),
      row.amount?.currency ?? '',
      csvAmount(row.amount),
      csvAmount(row.refunded),
      row.trust,
      row.commission?.currency ?? '',
      csvAmount(row.commission),
      csvAmount(row.clawedBack),
      (row.flags ?? []).map(({ signal }) => signal).join(' '),
      row.review?.state ?? '',
      csvAmount(row.discount),
    ],
  ],
};
