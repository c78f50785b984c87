/** A real PostgreSQL server of a test's own, on a free port of 127.0.0.1 and in a temporary folder. */
export type PostgresServer = {
  port: number;
  /** The process of which the server is a child, and all of its processes are. */
  pid: number;
  /** The address of a database on it. */
  url(database: string): string;
  /** Makes a new database, a copy of `template` when one is named, and resolves to its address. */
  createDatabase(template?: string): Promise<string>;
  dropDatabase(url: string): Promise<void>;
  /** Ends it with SIGKILL, as when the power goes. */
  kill(): Promise<void>;
  /** Ends it in order; whoever is connected is cut off. */
  shutDown(): Promise<void>;
  /** After either of these: starts it again on the same data and port. */
  start(): Promise<void>;
  /** Ends it for good and removes its data. */
  stop(): Promise<void>;
};
