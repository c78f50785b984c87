import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { PostgresServer } from '../../../../test/postgres/PostgresServer.js';
import { startPostgres } from '../../../../test/postgres/startPostgres.js';
import { type Connections, connect } from '../../src/postgres/connect.js';
import { migrate } from '../../src/postgres/migrate.js';

const one = { name: '2026-01-01-one', sql: 'CREATE TABLE one (n INT); INSERT INTO one VALUES (1);' };
const two = { name: '2026-01-02-two', sql: 'INSERT INTO one VALUES (2)' };
const broken = { name: '2026-01-03-broken', sql: 'INSERT INTO one VALUES (3); SELECT nothing' };

let server: PostgresServer;
let connections: Connections;
let url: string;
beforeAll(async () => {
  server = await startPostgres({ version: 18, fsync: false });
});
afterAll(() => server.stop());
beforeEach(async () => {
  url = await server.createDatabase();
  connections = await connect(url);
  return () => connections.pool.end();
});

const numbers = async () =>
  (await connections.pool.query('SELECT n FROM one ORDER BY n')).rows.map(({ n }) => n);

describe('migrations', () => {
  it('are applied once each, in their order', async () => {
    await migrate(connections.pool, [one]);
    await migrate(connections.pool, [one, two]);
    await migrate(connections.pool, [one, two]);
    expect(await numbers()).toEqual([1, 2]);
  });

  it('are applied once when ten collectors start at once', async () => {
    const pools = await Promise.all(Array.from({ length: 10 }, () => connect(url)));
    await Promise.all(pools.map(({ pool }) => migrate(pool, [one, two])));
    expect(await numbers()).toEqual([1, 2]);
    await Promise.all(pools.map(({ pool }) => pool.end()));
  });

  it('are applied all or none', async () => {
    await migrate(connections.pool, [one]);
    await expect(migrate(connections.pool, [one, two, broken])).rejects.toThrow('nothing');
    expect(await numbers()).toEqual([1]);
    await migrate(connections.pool, [one, two]);
    expect(await numbers()).toEqual([1, 2]);
  });

  it('refuse a database of a newer version', async () => {
    await migrate(connections.pool, [one, two]);
    await expect(migrate(connections.pool, [one])).rejects.toThrow(
      'The database belongs to a newer version of Reftally, which has made the change 2026-01-02-two: start that version, or name another database with --store',
    );
  });

  it('say what a user lacks who may not make tables', async () => {
    await connections.pool.query(
      'DROP ROLE IF EXISTS weak; CREATE ROLE weak LOGIN; REVOKE CREATE ON SCHEMA public FROM PUBLIC',
    );
    const weak = await connect(url.replace('postgres@', 'weak@'));
    await expect(migrate(weak.pool, [one])).rejects.toThrow('GRANT CREATE ON SCHEMA public');
    await weak.pool.end();
  });
});
