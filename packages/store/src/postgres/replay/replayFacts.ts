import type { ReplayReport } from '@reftally/core';
import type { PoolClient } from 'pg';
import { Replay } from '../../file/Replay.js';
import { connect } from '../connect.js';
import { namedStatement as sql } from '../namedStatement.js';
import type { FactsJob } from './FactsJob.js';

const PAGE = 2_000;
const COUNT = sql('replay.count', 'SELECT count(*) AS n FROM facts WHERE site = $1');
const READ = sql(
  'replay.read',
  `SELECT seq, body FROM facts WHERE site = $1 AND seq > $2 ORDER BY seq LIMIT ${PAGE}`,
);

/**
 * Reads the facts of a site as they are at one moment, on a connection of its own, and decides its events again. Calls `onProgress` (facts) after each
 * piece.
 */
export async function replayFacts(
  { url, query }: FactsJob,
  onProgress: (done: number, total: number) => void,
): Promise<ReplayReport> {
  const { pool } = await connect(url);
  const client = await pool.connect();
  try {
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
    const [{ n }] = (await client.query(COUNT.text, [query.site])).rows as [{ n: number }];
    const replay = new Replay(query);
    let done = 0;
    for await (const bodies of pagesOf(client, query.site)) {
      for (const body of bodies) replay.take(JSON.parse(body));
      done += bodies.length;
      onProgress(done, n);
    }
    return replay.report();
  } finally {
    client.release(true);
    await pool.end();
  }
}

/** In the order of the log. */
async function* pagesOf(client: PoolClient, site: string): AsyncGenerator<string[]> {
  let after = 0;
  for (;;) {
    const { rows } = await client.query<{ seq: number; body: string }>(READ.text, [site, after]);
    const last = rows.at(-1);
    if (!last) return;
    yield rows.map(({ body }) => body);
    after = last.seq;
  }
}
