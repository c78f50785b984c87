import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { DAY, NOON } from '../../../../test/contract/samples.js';
import type { PostgresServer } from '../../../../test/postgres/PostgresServer.js';
import { startPostgres } from '../../../../test/postgres/startPostgres.js';
import { type Connections, connect } from '../../src/postgres/connect.js';
import { PostgresStore } from '../../src/postgres/PostgresStore.js';
import { forgetLimits } from '../../src/postgres/upkeep/forgetLimits.js';
import { forgetPassed } from '../../src/postgres/upkeep/forgetPassed.js';
import { makePartitions } from '../../src/postgres/upkeep/makePartitions.js';
import { SlotLease } from '../../src/postgres/upkeep/SlotLease.js';

let server: PostgresServer;
let connections: Connections;
beforeAll(async () => {
  server = await startPostgres({ version: 15, fsync: false });
});
afterAll(() => server.stop());
beforeEach(async () => {
  const url = await server.createDatabase();
  const store = await PostgresStore.open({ url, warn: () => {}, clock: () => NOON });
  await store.close();
  connections = await connect(url);
  return () => connections.pool.end();
});

async function column(sql: string): Promise<unknown[]> {
  const { rows } = await connections.pool.query<unknown[]>({ text: sql, rowMode: 'array' });
  return rows.map(([value]) => value);
}

const addFact = (at: number) =>
  connections.pool.query("INSERT INTO facts VALUES ('shop', nextval('fact_places'), $1, '{}')", [at]);
const PARTITIONS =
  "SELECT inhrelid::regclass::text FROM pg_inherits WHERE inhparent = 'facts'::regclass ORDER BY 1";
const PLACES = 'SELECT tableoid::regclass::text FROM facts ORDER BY at';

describe('partitions of the log', () => {
  it('are made two months ahead, as time goes by, whoever comes at once', async () => {
    expect(await column(PARTITIONS)).toEqual([
      'facts_2026_05',
      'facts_2026_06',
      'facts_2026_07',
      'facts_other',
    ]);
    const september = NOON + 123 * DAY;
    await Promise.all([1, 2, 3, 4].map(() => makePartitions(connections.pool, september)));
    expect(await column(PARTITIONS)).toEqual([
      'facts_2026_05',
      'facts_2026_06',
      'facts_2026_07',
      'facts_2026_09',
      'facts_2026_10',
      'facts_2026_11',
      'facts_other',
    ]);
  });

  it('take the facts of their months, to the millisecond', async () => {
    const june = Date.UTC(2026, 5, 1);
    for (const at of [june - 1, june, Date.UTC(2027, 0, 1)]) await addFact(at);
    expect(await column(PLACES)).toEqual(['facts_2026_05', 'facts_2026_06', 'facts_other']);
  });

  it('are left out where their facts are elsewhere already, and the connections stay of use', async () => {
    await addFact(Date.UTC(2027, 0, 1));
    await makePartitions(connections.pool, Date.UTC(2026, 11, 1));
    expect(await column(PARTITIONS)).toEqual(
      expect.arrayContaining(['facts_2026_12', 'facts_2027_02', 'facts_other']),
    );
    expect(await column(PARTITIONS)).not.toContain('facts_2027_01');
    expect(await column(PLACES)).toEqual(['facts_other']);
  });
});

describe('slots', () => {
  it('are the lowest that are free, one for each collector, and are free again when it has gone', async () => {
    const leases = Array.from({ length: 5 }, () => new SlotLease(connections));
    const slots = await Promise.all(leases.map((lease) => lease.take(NOON)));
    expect(slots.sort()).toEqual([0, 1, 2, 3, 4]);
    expect(await leases[2]?.take(NOON)).toBe(await leases[2]?.take(NOON + 1));
    const freed = await leases[3]?.take(NOON);
    await leases[3]?.free();
    expect(await new SlotLease(connections).take(NOON)).toBe(freed);
    expect(await new SlotLease(connections).take(NOON)).toBe(5);
    expect(await new SlotLease(connections).take(NOON + DAY)).toBe(0);
  });
});

describe('what has passed', () => {
  it('is deleted once a day by one of all collectors, and nothing else is', async () => {
    const { pool } = connections;
    const ages = [0, 1.5 * DAY, 2.5 * DAY];
    for (const [index, age] of ages.entries()) {
      await pool.query("INSERT INTO clicks VALUES ('shop', $1, 'a', $2, '{}')", [index, NOON - age]);
      await pool.query("INSERT INTO seen_clients VALUES ('shop', 'alice', $1, $2)", [index, NOON - age]);
      await pool.query('INSERT INTO commits VALUES (gen_random_uuid(), $1)', [NOON - age]);
      await pool.query("INSERT INTO tokens VALUES ('access', $1, $2, '{}')", [index, NOON + DAY - age]);
    }
    const counts = async () => {
      const tables = ['clicks', 'seen_clients', 'commits', 'tokens'];
      return Promise.all(tables.map(async (table) => (await column(`SELECT count(*) FROM ${table}`))[0]));
    };
    const done = await Promise.all([1, 2, 3].map(() => forgetPassed(connections, NOON)));
    expect(done.filter(Boolean)).toHaveLength(1);
    expect(await counts()).toEqual([2, 2, 1, 1]);
    expect(await forgetPassed(connections, NOON + DAY - 1)).toBe(false);
    expect(await forgetPassed(connections, NOON + DAY)).toBe(true);
    expect(await counts()).toEqual([1, 1, 1, 0]);
  });
});

describe('rate limits', () => {
  it('are deleted when their minutes are over for everybody', async () => {
    const minute = NOON / 60_000;
    for (const ago of [0, 5, 6])
      await connections.pool.query("INSERT INTO limits VALUES ($1, 'k', gen_random_uuid(), 1)", [
        minute - ago,
      ]);
    await forgetLimits(connections, NOON);
    expect(await column('SELECT minute FROM limits ORDER BY 1 DESC')).toEqual([minute, minute - 5]);
  });
});
