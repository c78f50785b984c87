/** What the parts of a collector on PostgreSQL take, in µs of one core unless said otherwise. */
export type Costs = {
  /** The collector's, for each request: HTTP, parsing, the answer. */
  request: number;
  /** The collector's, for each event: checking, deciding, making rows. */
  event: number;
  /** The collector's, for each group that is committed together: its statements. */
  group: number;
  /** The database's, for each event. */
  databaseEvent: number;
  /** The database's, for each group. */
  databaseGroup: number;
  /** How long a commit waits for the disk, in µs; no core is busy meanwhile. */
  flush: number;
  /** Bytes in the database's log (WAL) and in its tables and indexes, for each event. */
  walBytes: number;
  tableBytes: number;
};
