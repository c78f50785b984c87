import type { Balance, Counts, Reason } from '@reftally/core';

/** Totals of one partner in one period; `period` as `periodOf` names it, absent for the whole range. */
export type TotalsRow = {
  partner: string;
  code: string;
  name: string;
  period?: string;
  counts: Counts;
  commission: Balance;
};

/** `rows` has every partner for the interval `total`, else only periods in which something happened; by name, then period. */
export type Totals = { rows: TotalsRow[]; direct: Counts; refused: Partial<Record<Reason, number>> };
