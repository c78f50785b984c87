import type { Server } from '../Server.js';

/** A collector on a database that is being filled. */
export type SizeRun = {
  server: Server;
  /** Of the database. */
  url: string;
  connections: number;
  /** So far. */
  visitors: number;
  accepted: number;
};
