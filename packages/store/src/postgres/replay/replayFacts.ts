import type { ReplayReport } from '@reftally/core';
import type { PoolClient } from 'pg';
import type { Fact } from '../../file/Fact.js';
import { parseFact } from '../../file/parseFact.js';
import { connect } from '../connect.js';
import { namedStatement as sql } from '../namedStatement.js';
import type { FactsJob } from './FactsJob.js';
import { ReplayFromFacts } from './ReplayFromFacts.js';

const PAGE = 2_000;
const COUNT = sql(
  'replay.count',
  'SELECT (SELECT count(*) FROM facts WHERE site = $1) AS n, (SELECT count(*) FROM facts_kept WHERE site = $1) AS kept',
);
/** What is kept of a month is in the log as well until that is dropped. */
const READ = sql(
  'replay.read',
  `SELECT seq, body, kept FROM (
      (SELECT seq, body, FALSE AS kept FROM facts WHERE site = $1 AND seq > $2 ORDER BY seq LIMIT ${PAGE})
      UNION ALL
      (SELECT seq, body, TRUE AS kept FROM facts_kept k WHERE site = $1 AND seq > $2
        AND NOT EXISTS (SELECT 1 FROM facts f WHERE f.site = k.site AND f.seq = k.seq AND f.at = k.at)
        ORDER BY seq LIMIT ${PAGE})) AS page
    ORDER BY seq LIMIT ${PAGE}`,
);

type Row = { seq: number; body: string; kept: boolean };

/**
 * Reads the facts of a site as they are at one moment, on a connection of its own, and decides its events again. Calls `onProgress` (facts) after each
 * piece.
 */
export async function replayFacts(
  { url, query, retentionDays }: FactsJob,
  onProgress: (done: number, total: number) => void,
): Promise<ReplayReport> {
  const { pool } = await connect(url);
  const client = await pool.connect();
  try {
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
    const [{ n, kept }] = (await client.query(COUNT.text, [query.site])).rows as [
      { n: number; kept: number },
    ];
    const replay = new ReplayFromFacts(query, retentionDays, kept > 0);
    let done = 0;
    for await (const rows of pagesOf(client, query.site)) {
      for (const { body, kept } of rows) replay.take(factOf(body), kept);
      done += rows.length;
      onProgress(Math.min(done, n + kept), n + kept);
    }
    return replay.report();
  } finally {
    client.release(true);
    await pool.end();
  }
}

/** In the order of the log. */
async function* pagesOf(client: PoolClient, site: string): AsyncGenerator<Row[]> {
  let after = 0;
  for (;;) {
    const { rows } = await client.query<Row>(READ.text, [site, after]);
    const last = rows.at(-1);
    if (!last) return;
    yield rows;
    after = last.seq;
  }
}

function factOf(body: string): Fact {
  const fact = parseFact(body);
  if (!fact) throw new Error('the log has a line that cannot be read: restore it from a backup');
  return fact;
}
