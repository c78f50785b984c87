import type { Money } from '@reftally/core';
import type { apiTotals } from './apiTotals.js';
import type { CsvTable } from './CsvTable.js';
import { csvAmount } from './csvAmount.js';
import { csvText } from './csvText.js';

type Row = ReturnType<typeof apiTotals>;

/**
 * Totals as CSV: one line per partner (and period) and currency. What is counted stands in the first of them only, so that a column
 * can be summed.
 */
export const totalsCsv: CsvTable<Row> = {
  columns: [
    'partner',
    'code',
    'name',
    'period',
    'clicks',
    'pageviews',
    'visitors',
    'signups',
    'purchases',
    'refunds',
    'currency',
    'revenue',
    'held',
    'payable',
    'paid',
    'rawClicks',
    'discounts',
  ],
  lines: (row) => currenciesOf(row).map((currency, index) => lineOf(row, currency, index === 0)),
};

function currenciesOf({ revenue, discounts, commission: { held, payable, paid } }: Row): string[] {
  const all = [revenue, discounts, held, payable, paid].flat().map(({ currency }) => currency);
  return all.length > 0 ? [...new Set(all)].sort() : [''];
}

function lineOf(row: Row, currency: string, isFirst: boolean): (string | number)[] {
  const { clicks, pageviews, visitors, signups, purchases, refunds, commission } = row;
  const counts = [clicks, pageviews, visitors, signups, purchases, refunds];
  const sums = [row.revenue, commission.held, commission.payable, commission.paid];
  return [
    csvText(row.partner),
    csvText(row.code),
    csvText(row.name),
    row.period ?? '',
    ...(isFirst ? counts : counts.map(() => '')),
    currency,
    ...sums.map((money) => amountIn(money, currency)),
    isFirst ? row.rawClicks : '',
    amountIn(row.discounts, currency),
  ];
}

function amountIn(sums: readonly Money[], currency: string): string {
  if (currency === '') return '';
  return csvAmount(sums.find((money) => money.currency === currency) ?? { currency, minor: 0 });
}
