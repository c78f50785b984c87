import { fileURLToPath } from 'node:url';
import { type Connections, connect } from './connect.js';
import { migrate } from './migrate.js';
import { migrationsIn } from './migrationsIn.js';

const MIGRATIONS = fileURLToPath(new URL('../../migrations', import.meta.url));

/** Connects, brings the schema up to date, and makes sure of what else is asked for; rejects with a `StartError`. */
export async function openMigrated<T>(
  url: string,
  open: (connections: Connections) => Promise<T>,
): Promise<T> {
  const connections = await connect(url);
  try {
    await migrate(connections.pool, await migrationsIn(MIGRATIONS));
    return await open(connections);
  } catch (error) {
    await connections.pool.end();
    throw error;
  }
}
