import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { PostgresServer } from '../../../../test/postgres/PostgresServer.js';
import { startPostgres } from '../../../../test/postgres/startPostgres.js';
import { type Connections, connect } from '../../src/postgres/connect.js';
import { Pipeline } from '../../src/postgres/Pipeline.js';
import { RowList } from '../../src/postgres/RowList.js';

let server: PostgresServer;
let connections: Connections;
let pipeline: Pipeline;
let release: () => void;
beforeAll(async () => {
  server = await startPostgres({ version: 15, fsync: false });
});
afterAll(() => server.stop());
beforeEach(async () => {
  connections = await connect(await server.createDatabase());
  await connections.pool.query('CREATE TABLE things (id INTEGER PRIMARY KEY)');
});
afterEach(async () => {
  release();
  await connections.pool.end();
});

const add = { name: 'add', text: 'INSERT INTO things VALUES ($1) RETURNING id' };
const find = { name: 'find', text: 'SELECT id, NULL AS nothing FROM things WHERE id >= $1 ORDER BY id' };

describe.each([true, false])('statements of one turn, prepared by name: %s', (prepare) => {
  beforeEach(async () => {
    const client = await connections.pool.connect();
    release = () => client.release();
    pipeline = new Pipeline(client, prepare);
  });

  const all = (...asked: Promise<unknown>[]) => Promise.all(asked);

  it('run in their order, each with its own rows, the first time and later', async () => {
    for (const id of [1, 2]) {
      const [before, added, after] = await all(
        pipeline.run(find, id),
        pipeline.run(add, id),
        pipeline.run(find, 0),
      );
      expect(before).toEqual([]);
      expect(added).toEqual([{ id }]);
      expect(after).toEqual([...Array(id).keys()].map((index) => ({ id: index + 1, nothing: null })));
    }
  });

  it('all reject with what has made one of them fail, and leave nothing; the connection goes on', async () => {
    await pipeline.run(add, 1);
    const asked = [pipeline.run(add, 7), pipeline.run(add, 1), pipeline.run(find, 0)];
    for (const one of await Promise.allSettled(asked))
      expect(one).toMatchObject({ status: 'rejected', reason: { code: '23505' } });
    expect(await all(pipeline.run(add, 8), pipeline.run(find, 0))).toEqual([
      [{ id: 8 }],
      [1, 8].map((id) => ({ id, nothing: null })),
    ]);
  });

  it('that fail where they run are known to be prepared, those behind them are not', async () => {
    const divide = { name: 'divide', text: 'SELECT 1 / $1::integer AS part' };
    const failed = await Promise.allSettled([pipeline.run(divide, 0), pipeline.run(find, 0)]);
    expect(failed.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    expect(await all(pipeline.run(divide, 1), pipeline.run(find, 0))).toEqual([[{ part: 1 }], []]);
  });

  it('reject when a number would lose its last digits', async () => {
    const large = { name: 'large', text: 'SELECT 9007199254740993::bigint AS n' };
    await expect(pipeline.run(large)).rejects.toThrow(RangeError);
    expect(await pipeline.run(find, 0)).toEqual([]);
  });

  it('that are asked while others are under way follow them', async () => {
    const first = pipeline.run(add, 1);
    await new Promise((resolve) => process.nextTick(resolve));
    expect(await all(first, pipeline.run(find, 0))).toEqual([[{ id: 1 }], [{ id: 1, nothing: null }]]);
  });

  it('take lists of texts whose signs mean something to PostgreSQL', async () => {
    const texts = ['', 'NULL', 'a,b', '"', '\\', '{}', 'é€😀', ' '];
    const count = { name: 'count', text: 'SELECT t FROM unnest($1::text[]) AS t' };
    expect(await pipeline.run(count, texts)).toEqual(texts.map((t) => ({ t })));
  });

  it('take lists of rows behind their values', async () => {
    const rows = [
      { name: 'n' },
      { name: 'n' },
      { name: 'é€😀"\\,{}', at: 2 ** 53 - 1, n: -(2 ** 31), yes: true },
      { name: '', at: -(2 ** 53 - 1), n: 2 ** 31 - 1, yes: false },
      { name: 'NULL', at: -1, n: 0 },
      {},
      { at: 1_790_000_000_123 },
      { name: 'longer than all of the texts before it' },
    ];
    const list = new RowList('r(name text, at bigint, n integer, yes boolean)', 2);
    const text = `SELECT $1::text AS given, r.* FROM ${list.from} LEFT JOIN things ON false`;
    const blank = { name: null, at: null, n: null, yes: null };
    const told = { name: 'told', text, lists: [list] };
    expect(await pipeline.run(told, 'x', rows)).toEqual(
      rows.map((row) => ({ given: 'x', ...blank, ...row })),
    );
    expect(await pipeline.run(told, 'x', [])).toEqual([]);
  });
});
