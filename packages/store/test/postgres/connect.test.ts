import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PostgresServer } from '../../../../test/postgres/PostgresServer.js';
import { startPostgres } from '../../../../test/postgres/startPostgres.js';
import { connect } from '../../src/postgres/connect.js';
import { namedStatement } from '../../src/postgres/namedStatement.js';
import { read } from '../../src/postgres/read.js';
import { StartError } from '../../src/StartError.js';

let server: PostgresServer;
beforeAll(async () => {
  server = await startPostgres({ version: 18, password: 'p@ss/word', fsync: false });
});
afterAll(() => server.stop());

describe('connecting to PostgreSQL', () => {
  it('says who asks, and reads sums as numbers', async () => {
    const connections = await connect(server.url('postgres'));
    const who = namedStatement(
      'test.who',
      'SELECT application_name, query, 9007199254740991::bigint AS big, SUM(n) AS sum FROM pg_stat_activity, (VALUES (1::bigint), (2)) AS t (n) WHERE pid = pg_backend_pid() GROUP BY 1, 2',
    );
    const [row] = await read<Record<string, unknown>>(connections, who);
    expect(row).toMatchObject({ application_name: 'reftally', big: 9_007_199_254_740_991, sum: 3 });
    expect(row?.query).toMatch(/^\/\* reftally:test\.who \*\/ SELECT/);
    await connections.pool.end();
  });

  it.each(['on', 'off'])('prepares statements by name: %s', async (prepare) => {
    const connections = await connect(`${server.url('postgres')}?prepare=${prepare}&connections=1`);
    await read(connections, namedStatement('test.one', 'SELECT $1::int AS n'), [1]);
    const { rows } = await connections.pool.query('SELECT name FROM pg_prepared_statements');
    expect(rows).toEqual(prepare === 'on' ? [{ name: 'test.one' }] : []);
    await connections.pool.end();
  });

  it('refuses a sum that is too large to be exact', async () => {
    const connections = await connect(server.url('postgres'));
    const large = namedStatement('test.large', 'SELECT 9007199254740993::bigint AS n');
    await expect(read(connections, large)).rejects.toThrow('too large');
    await connections.pool.end();
  });

  it.each<[string, (url: URL) => unknown, string]>([
    ['a server that is not there', (url) => Object.assign(url, { port: '1' }), 'No PostgreSQL listens there'],
    ['an unknown host', (url) => Object.assign(url, { hostname: 'nowhere.invalid' }), 'There is no host'],
    ['a wrong password', (url) => Object.assign(url, { password: 'secret2' }), 'does not let postgres in'],
    ['a missing database', (url) => Object.assign(url, { pathname: '/shop' }), 'CREATE DATABASE shop'],
    ['no number', (url) => url.searchParams.set('connections', 'many'), 'connections in --store'],
    ['no switch', (url) => url.searchParams.set('prepare', 'maybe'), 'prepare in --store'],
  ])('explains %s, and shows no password', async (_, change, message) => {
    const url = new URL(server.url('postgres'));
    change(url);
    const problem = await connect(url.href).catch((error: unknown) => error);
    expect(problem).toBeInstanceOf(StartError);
    expect((problem as Error).message).toContain(message);
    expect((problem as Error).message).toContain('--store');
    expect((problem as Error).message).not.toMatch(/ss\/word|secret2/);
  });

  it.each([
    'postgres://u:secret2@host:x/db',
    'postgres://u:a@secret2/b@host/db',
    'postgres://u:secret2#b@host/db',
    'postgres://u:1?secret2@host/db',
  ])('explains an address that is none: %s', async (address) => {
    const problem = await connect(address).catch((error: unknown) => error);
    expect((problem as Error).message).toContain(
      '--store: expected postgres://USER:PASSWORD@HOST:PORT/DATABASE',
    );
    expect((problem as Error).message).not.toContain('secret2');
  });
});
