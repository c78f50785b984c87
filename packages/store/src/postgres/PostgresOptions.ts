/** How to open a store in a PostgreSQL database. All but the first two have defaults that fit production. */
export type PostgresOptions = {
  /** `postgres://USER:PASSWORD@HOST:PORT/DATABASE`; `?connections=` and `?prepare=off` are ours, other parameters are PostgreSQL's. */
  url: string;
  /** Told what an operator should know, one sentence each. */
  warn: (message: string) => void;
  /** After how many days raw visits, their ids and expired touches are forgotten, the same for all collectors; 0, the default: never. */
  retentionDays?: number;
  /** What partitions are made by and old rows forgotten; ms since the epoch, the time by default. */
  clock?: () => number;
};
