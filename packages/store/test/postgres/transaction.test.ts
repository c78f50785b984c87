import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { PostgresServer } from '../../../../test/postgres/PostgresServer.js';
import { startPostgres } from '../../../../test/postgres/startPostgres.js';
import { type Connections, connect } from '../../src/postgres/connect.js';
import { namedStatement } from '../../src/postgres/namedStatement.js';
import { read } from '../../src/postgres/read.js';
import { transaction } from '../../src/postgres/transaction.js';
import { UnavailableError } from '../../src/UnavailableError.js';

const add = namedStatement('test.add', 'UPDATE t SET n = n + 1 WHERE id = $1');
const all = namedStatement('test.all', 'SELECT n FROM t ORDER BY id');
const cutAll =
  'SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid <> pg_backend_pid() AND datname = current_database()';

let server: PostgresServer;
let connections: Connections;
let url: string;
beforeAll(async () => {
  server = await startPostgres({ version: 18, settings: { deadlock_timeout: '20ms' } });
});
afterAll(() => server.stop());
beforeEach(async () => {
  url = await server.createDatabase();
  connections = await connect(url);
  await connections.pool.query(
    'CREATE TABLE t (id INT PRIMARY KEY, n INT); INSERT INTO t VALUES (1, 0), (2, 0)',
  );
  return () => connections.pool.end();
});

const numbers = async () => (await read<{ n: number }>(connections, all)).map(({ n }) => n);

describe('a transaction', () => {
  it('commits what it did, and nothing of what failed', async () => {
    expect(await transaction(connections, async ({ ask }) => ask(add, [1]).then(() => 'done'))).toBe('done');
    const failing = transaction(connections, async ({ ask }) => {
      await ask(add, [1]);
      throw new RangeError('no');
    });
    await expect(failing).rejects.toThrow(RangeError);
    expect(await numbers()).toEqual([1, 0]);
  });

  it('is tried again after a deadlock', async () => {
    let attempts = 0;
    const both = (first: number, second: number) =>
      transaction(connections, async ({ ask }) => {
        attempts += 1;
        await ask(add, [first]);
        await new Promise((resolve) => setTimeout(resolve, 30));
        await ask(add, [second]);
      });
    await Promise.all([both(1, 2), both(2, 1)]);
    expect(await numbers()).toEqual([2, 2]);
    expect(attempts).toBeGreaterThan(2);
  });

  it('is tried again when its connection is cut, as is a read on connections that were cut while idle', async () => {
    const other = await connect(url);
    let attempts = 0;
    await transaction(connections, async ({ ask }) => {
      attempts += 1;
      await ask(add, [1]);
      if (attempts === 1) await other.pool.query(cutAll);
    });
    expect(attempts).toBe(2);
    await other.pool.query(cutAll);
    expect(await numbers()).toEqual([1, 0]);
    await other.pool.end();
  });

  it('gives up with an UnavailableError while there is no server, and works once there is', async () => {
    const doIt = () => transaction(connections, ({ ask }) => ask(add, [1]));
    await doIt();
    await server.kill();
    await expect(doIt()).rejects.toThrow(UnavailableError);
    await expect(numbers()).rejects.toThrow(UnavailableError);
    await server.start();
    await doIt();
    expect(await numbers()).toEqual([2, 0]);
  });

  it('rejects with what is wrong with a statement', async () => {
    const wrong = namedStatement('test.wrong', 'SELECT nothing');
    await expect(transaction(connections, ({ ask }) => ask(wrong))).rejects.toThrow(
      '"nothing" does not exist',
    );
    expect(await numbers()).toEqual([0, 0]);
  });
});
