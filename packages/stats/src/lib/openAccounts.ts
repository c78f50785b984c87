import type { TotalsRow } from '../api/TotalsRow.js';

/** The partners for whom money is held or payable, those with the most payable in `currency` first. */
export function openAccounts(rows: readonly TotalsRow[], currency: string): TotalsRow[] {
  const payable = (row: TotalsRow) =>
    row.commission.payable.find((money) => money.currency === currency)?.minor ?? 0;
  return rows
    .filter(({ commission: { held, payable: due } }) => [...held, ...due].some(({ minor }) => minor !== 0))
    .map((row) => ({ row, value: payable(row) }))
    .sort((a, b) => b.value - a.value)
    .map(({ row }) => row);
}
