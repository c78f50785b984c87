import type { TrustTotalsRow } from '@reftally/store';
import type { apiTrustTotals } from './apiTrustTotals.js';
import type { CsvTable } from './CsvTable.js';
import { csvAmount } from './csvAmount.js';
import { csvText } from './csvText.js';

type Row = ReturnType<typeof apiTrustTotals<TrustTotalsRow>>;

/** Totals by trust as CSV: a line for each currency; `purchases` stands in the first of them only, so that the column can be summed. */
export const trustTotalsCsv: CsvTable<Row> = {
  columns: ['partner', 'code', 'name', 'period', 'trust', 'purchases', 'currency', 'revenue'],
  lines: ({ partner, code, name, period, trust, purchases, revenue }) => {
    const money = revenue.length > 0 ? revenue : [undefined];
    return money.map((sum, index) => [
      csvText(partner),
      csvText(code),
      csvText(name),
      period ?? '',
      trust,
      index === 0 ? purchases : '',
      sum?.currency ?? '',
      csvAmount(sum),
    ]);
  },
};
