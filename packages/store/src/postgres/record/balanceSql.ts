const STANDS = ['waiting', 'free', 'review', 'taken'] as const;

const columns = STANDS.join(', ');
const added = STANDS.map((stand) => `${stand} = b.${stand} + EXCLUDED.${stand}`).join(', ');
const summed = STANDS.map((stand) => `coalesce(sum(minor) FILTER (WHERE stand = '${stand}'), 0)`).join(', ');
const intoBalances = `INSERT INTO balances AS b (site, partner, period, currency, ${columns})`;
const onConflict = `ON CONFLICT (site, period, partner, currency) DO UPDATE SET ${added}`;

/** Parts of the statements that keep the sums of the ledger; whoever runs one holds the locks of the accounts. */
export const balanceSql = {
  /** Raises balances by rows `r`, which `from` says where to find. */
  add: (from: string) =>
    `${intoBalances} SELECT site, partner, period, currency, ${columns} FROM ${from} ${onConflict}`,
  /** Raises balances by the lines of a table `changes` (site, partner, day, currency, stand, minor). */
  addChanges: `${intoBalances} SELECT site, partner, period, currency, ${summed}
    FROM changes CROSS JOIN LATERAL (VALUES (day), (left(day, 7)), (left(day, 4))) AS p(period)
    GROUP BY site, partner, period, currency ${onConflict}`,
  /** Where a line of the ledger stands that no payout has taken. */
  standUntaken: "CASE WHEN in_review THEN 'review' WHEN matured THEN 'free' ELSE 'waiting' END",
  /** Whether neither a payout nor a review has a line of the ledger. */
  isFree: "taken_by IS NULL AND NOT in_review AND type <> 'payout'",
};
