import pg from 'pg';

/** What is loaded: a site whose partners sell something on each of so many days up to `last` (`YYYY-MM-DD`). */
export type TotalsLoad = { site: string; partners: number; days: number; last: string };

/** Sales are held for 30 days, and what is payable has been marked as such; what is older than 45 has been paid out. */
const HOLD_DAYS = 30;
const PAID_DAYS = 45;
const DAY_MS = 86_400_000;

/**
 * Writes what recording would have written in one slot: totals by partner and day, once more by month, by year and by trust, sums of the ledger, and the lines
 * that are not paid. In SQL and in the order of the keys, since there are millions of rows.
 */
export async function loadTotals(url: string, load: TotalsLoad): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    for (const statement of statementsOf(load)) await client.query(statement);
  } finally {
    await client.end();
  }
}

function statementsOf({ site, partners, days, last }: TotalsLoad): string[] {
  const name = pg.escapeLiteral(site);
  const end = `${pg.escapeLiteral(last)}::date`;
  const trusts = "(VALUES (''), ('server')) AS t (trust)";
  const periods = 'CROSS JOIN LATERAL (VALUES (day), (left(day, 7)), (left(day, 4))) AS t (period)';
  const sumOf = (ages: string) => `499 * count(*) FILTER (WHERE age ${ages})`;
  return [
    `INSERT INTO partners SELECT 'partner-' || n, ${name}, 'code-' || n, 'Partner ' || n, 0, json_build_object('id', 'partner-' || n,
      'site', ${name}, 'name', 'Partner ' || n, 'code', 'code-' || n, 'status', 'active', 'createdAt', 0) FROM generate_series(1, ${partners}) AS n`,
    `CREATE TEMPORARY TABLE days AS SELECT 'partner-' || n AS partner, age, to_char(${end} - age, 'YYYY-MM-DD') AS day
      FROM generate_series(1, ${partners}) AS n, generate_series(0, ${days} - 1) AS age`,
    `CREATE TEMPORARY TABLE periods AS SELECT partner, period, max(age) AS age, count(*) AS n
      FROM days ${periods} GROUP BY partner, period`,
    `INSERT INTO counts SELECT ${name}, partner, period, trust, 0, CASE trust WHEN '' THEN 2 * n ELSE 0 END, 0,
      CASE trust WHEN '' THEN 20 * n ELSE 0 END, 0, 0, n, 0 FROM periods, ${trusts} ORDER BY trust, period, partner`,
    `INSERT INTO sums SELECT ${name}, partner, period, trust, 'EUR', 0, 4990 * n, NULL
      FROM periods, ${trusts} ORDER BY trust, period, partner`,
    `INSERT INTO balances SELECT ${name}, partner, period, 'EUR', ${sumOf(`< ${HOLD_DAYS}`)}, ${sumOf(`BETWEEN ${HOLD_DAYS} AND ${PAID_DAYS}`)}, 0,
      ${sumOf(`> ${PAID_DAYS}`)} FROM days ${periods} GROUP BY partner, period ORDER BY period, partner`,
    `INSERT INTO ledger SELECT ${name}, partner, ${days} - age, nextval('fact_places'), partner || '-' || age, 'earning', partner || '-' || age, day,
      (extract(epoch FROM day::date)::bigint * 1000) + ${HOLD_DAYS * DAY_MS}, 'EUR', 499, NULL, false, '{}', age >= ${HOLD_DAYS} FROM days WHERE age <= ${PAID_DAYS}`,
    'VACUUM ANALYZE',
  ];
}
