import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PostgresServer } from './PostgresServer.js';
import type { PostgresVersion } from './PostgresVersion.js';
import { startPostgres } from './startPostgres.js';

describe.each<PostgresVersion>([18, 15])('PostgreSQL %i', (version) => {
  let server: PostgresServer;
  beforeAll(async () => {
    server = await startPostgres({ version });
  });
  afterAll(() => server.stop());

  it('is the version that was asked for, and durable', async () => {
    const [row] = await ask(server.url('postgres'), 'SHOW server_version_num');
    expect(Math.floor(Number(row?.server_version_num) / 10_000)).toBe(version);
    expect(await ask(server.url('postgres'), 'SHOW fsync')).toEqual([{ fsync: 'on' }]);
  });

  it('gives each test a database of its own, also as a copy', async () => {
    const [one, two] = [await server.createDatabase(), await server.createDatabase()];
    await ask(one, 'CREATE TABLE t AS SELECT 1 AS n');
    const copy = await server.createDatabase(new URL(one).pathname.slice(1));
    expect(await ask(copy, 'SELECT n FROM t')).toEqual([{ n: 1 }]);
    await expect(ask(two, 'SELECT n FROM t')).rejects.toThrow('does not exist');
    await server.dropDatabase(one);
    await expect(ask(one, 'SELECT 1')).rejects.toThrow('does not exist');
  });

  it('starts again with its data after a SIGKILL and after a shutdown', async () => {
    const url = await server.createDatabase();
    await ask(url, 'CREATE TABLE t AS SELECT 1 AS n');
    await server.kill();
    await expect(ask(url, 'SELECT 1')).rejects.toThrow('ECONNREFUSED');
    await server.start();
    expect(await ask(url, 'SELECT n FROM t')).toEqual([{ n: 1 }]);
    await server.shutDown();
    await server.start();
    expect(await ask(url, 'SELECT n FROM t')).toEqual([{ n: 1 }]);
  });
});

async function ask(url: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url });
  try {
    await client.connect();
    return (await client.query<Record<string, unknown>>(sql)).rows;
  } finally {
    await client.end();
  }
}
