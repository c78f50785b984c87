/**
 * Begins a transaction whose statements look rows up by their keys. PostgreSQL knows nothing of how many rows a list has, and little of a table that
 * grows by the minute: left alone it reads whole tables to find sixty rows. PostgreSQL only; other databases need the first of these alone.
 */
export const beginWriting = [
  '/* reftally:write */ BEGIN ISOLATION LEVEL READ COMMITTED',
  'SET LOCAL enable_seqscan = off',
  'SET LOCAL enable_hashjoin = off',
  'SET LOCAL enable_mergejoin = off',
  'SET LOCAL jit = off',
].join('; ');
