import { existsSync, readFileSync } from 'node:fs';
import pg from 'pg';
import { cpuTime } from '../cpuTime.js';

/** CPU time (ms) that the server of a database and the processes that it has now have taken so far; NaN where there is no /proc. */
export async function databaseCpu(url: string): Promise<number> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query<{ pid: number }>('SELECT pg_backend_pid() AS pid');
    const status = `/proc/${rows[0]?.pid}/status`;
    if (!existsSync(status)) return Number.NaN;
    const parent = /PPid:\s+(\d+)/.exec(readFileSync(status, 'utf8'))?.[1];
    return cpuTime(Number(parent));
  } finally {
    await client.end();
  }
}
