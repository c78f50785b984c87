/**
 * Begins a transaction that reads, all of it as of one moment. Rows are found by their keys: PostgreSQL takes a list of months for a reason to read
 * a whole table of days, which is thirty times as large. Sums of some ten thousand partners fit into the memory that it may take. PostgreSQL only;
 * other databases need the first of these alone.
 */
export const beginReading = [
  '/* reftally:snapshot */ BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY',
  'SET LOCAL enable_seqscan = off',
  'SET LOCAL enable_hashjoin = off',
  'SET LOCAL enable_mergejoin = off',
  'SET LOCAL jit = off',
  "SET LOCAL work_mem = '64MB'",
].join('; ');
