import pg from 'pg';

const BEGIN = '/* reftally:snapshot */ BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY';

/**
 * Rows are found by their keys: PostgreSQL takes a list of months for a reason to read a whole table of days, which is thirty times as large. Sums
 * of some ten thousand partners fit into the memory that it may take.
 */
const PLANS = [
  'SET LOCAL enable_seqscan = off',
  'SET LOCAL enable_hashjoin = off',
  'SET LOCAL enable_mergejoin = off',
  'SET LOCAL jit = off',
  "SET LOCAL work_mem = '64MB'",
];

/** Begins a transaction that reads, all of it as of one moment. PostgreSQL only; other databases need the first statement alone, and `anew`. */
export const beginReading = {
  anew: [BEGIN, ...PLANS].join('; '),
  /** As of the moment of another transaction, which has named its snapshot so. */
  asOf: (id: string) => [BEGIN, `SET TRANSACTION SNAPSHOT ${pg.escapeLiteral(id)}`, ...PLANS].join('; '),
};
