import type pg from 'pg';
import type { StatementCost } from './StatementCost.js';

const READ = `SELECT query, calls::float8, rows::float8, total_exec_time + total_plan_time AS ms FROM pg_stat_statements
  WHERE dbid = (SELECT oid FROM pg_database WHERE datname = current_database())`;

type Row = Omit<StatementCost, 'kind'> & { query: string };

/** What has run since `pg_stat_statements_reset()`, by what each statement does to which table, the dearest first. */
export async function readStatements(client: pg.Client): Promise<StatementCost[]> {
  const costs = new Map<string, StatementCost>();
  for (const { query, calls, rows, ms } of (await client.query<Row>(READ)).rows) {
    const kind = kindOf(query);
    const known = costs.get(kind) ?? { kind, calls: 0, rows: 0, ms: 0 };
    costs.set(kind, { kind, calls: known.calls + calls, rows: known.rows + rows, ms: known.ms + ms });
  }
  return [...costs.values()].sort((a, b) => b.ms - a.ms);
}

/** `INSERT facts`. The tables that are looked up by lists of keys are those that the lists are joined with. */
function kindOf(query: string): string {
  const text = query.replace(/\/\*.*?\*\//g, ' ').trim();
  const [, verb = text.slice(0, 30)] = /^(?:WITH changed AS \()?(\w+)/.exec(text) ?? [];
  const table =
    /(?:INSERT INTO|UPDATE|DELETE FROM|JOIN) (\w+)/.exec(text)?.[1] ?? /FROM (\w+)/.exec(text)?.[1];
  return table === undefined ? verb : `${verb} ${table}`;
}
