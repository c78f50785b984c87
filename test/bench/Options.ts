/** How a benchmark is run. Times in ms. */
export type Options = {
  rounds: number;
  warmUpMs: number;
  measureMs: number;
  connections: number;
  /** Of the collector, events a minute and address. */
  rateLimit: number;
  /** Events to load before the measurement; 0 for an empty folder only. */
  full: number;
  /** Whether `POST /e` is measured with every commission rule and fraud signal, too. */
  rules: boolean;
  /** Whether a PostgreSQL store is measured, too: with one collector and with two workers. */
  postgres: boolean;
  /** Whether what stands between the bare server and the collector is measured, too. */
  rungs: boolean;
  /** Whether only reads beside writes are measured. */
  reads: boolean;
  /** Where CPU profiles of the collector go. */
  profile: string | undefined;
};
