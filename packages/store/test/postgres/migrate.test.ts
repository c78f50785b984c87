import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { PostgresServer } from '../../../../test/postgres/PostgresServer.js';
import { startPostgres } from '../../../../test/postgres/startPostgres.js';
import { type Connections, connect } from '../../src/postgres/connect.js';
import { migrate } from '../../src/postgres/migrate.js';
import { migrationsIn } from '../../src/postgres/migrationsIn.js';

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

it('ids of visits that were recorded before some could be forgotten stay known if their events had no time of their own', async () => {
  const all = await migrationsIn(fileURLToPath(new URL('../../migrations', import.meta.url)));
  const change = '2026-11-23-visits-forgotten';
  await migrate(
    connections.pool,
    all.filter(({ name }) => name !== change),
  );
  const events = [
    { id: 'of a page', type: 'pageview', trust: 'browser' },
    { id: 'dated', type: 'custom', trust: 'server', dated: true },
    { id: 'undated', type: 'custom', trust: 'server' },
    { id: 'of a link', type: 'click', trust: 'server' },
  ];
  for (const [seq, event] of events.entries()) {
    const body = JSON.stringify({ outcome: { answer: { status: 'accepted' }, decidedAt: 5, event } });
    await connections.pool.query("INSERT INTO facts VALUES ('shop', $1, 5, $2)", [seq, body]);
    await connections.pool.query("INSERT INTO events (site, id, at, claim) VALUES ('shop', $1, 5, 1)", [
      event.id,
    ]);
  }
  await connections.pool.query("INSERT INTO facts VALUES ('shop', 9, 5, '{\"site\":{}}')");
  await migrate(connections.pool, all);
  const { rows } = await connections.pool.query('SELECT id FROM events WHERE at <> 5');
  expect(rows).toEqual([{ id: 'undated' }]);
});
