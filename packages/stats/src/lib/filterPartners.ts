import type { Partner } from '../api/Partner.js';
import type { TotalsRow } from '../api/TotalsRow.js';

/** The partners whose name, code or address contains what was typed, in any case. */
export function filterPartners(
  rows: readonly TotalsRow[],
  details: ReadonlyMap<string, Partner>,
  typed: string,
): readonly TotalsRow[] {
  const wanted = typed.trim().toLocaleLowerCase();
  if (!wanted) return rows;
  return rows.filter((row) =>
    [row.name, row.code, details.get(row.partner)?.email ?? ''].some((text) =>
      text.toLocaleLowerCase().includes(wanted),
    ),
  );
}
