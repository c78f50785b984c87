import type { Connections } from '../connect.js';
import { type Transaction, transaction } from '../transaction.js';
import { keptFact } from './keptFact.js';

/** So many facts are looked at in one transaction. */
const PAGE = 2_000;

type Row = { site: string; seq: number; at: number; body: string | null };

/**
 * Copies what stays of the facts of a partition from before a time (ms), a page at each step. `drop`: and deletes those facts, with which a partition
 * goes that also has others.
 */
export async function* keepFacts(
  connections: Connections,
  table: string,
  { before, drop }: { before: number; drop: boolean },
): AsyncGenerator<void, void> {
  let after: Row = { site: '', seq: 0, at: 0, body: null };
  for (;;) {
    const rows = await transaction(connections, async (attempt) => {
      const page = await readPage(attempt, table, after, before);
      await insertKept(attempt, page);
      if (drop)
        await deleteOld(
          attempt,
          table,
          page.filter(({ at }) => at < before),
        );
      return page;
    });
    const last = rows.at(-1);
    if (!last) return;
    after = last;
    yield;
  }
}

/** `body` is null of what is later, and of visits: most facts are, and need not be sent. */
function readPage({ ask }: Transaction, table: string, { site, seq }: Row, before: number): Promise<Row[]> {
  const statement = {
    name: `retention.${table}`,
    text: `/* reftally:retention.facts */ SELECT site, seq, at, CASE WHEN at < $3 AND body NOT LIKE '{"view":%' AND (body::json->'outcome' IS NULL
        OR body::json->'outcome'->'event'->>'type' IN ('signup', 'purchase', 'refund')) THEN body END AS body
      FROM (SELECT site, seq, at, body FROM ${table} WHERE (site, seq) > ($1, $2) ORDER BY site, seq LIMIT ${PAGE}) AS page
      ORDER BY site, seq`,
  };
  return ask<Row>(statement, [site, seq, before]);
}

async function insertKept({ ask }: Transaction, page: readonly Row[]): Promise<void> {
  const kept = page.flatMap(({ body, ...row }) => {
    const fact = body === null ? undefined : keptFact(JSON.parse(body));
    return fact ? [{ ...row, body: JSON.stringify(fact) }] : [];
  });
  if (kept.length === 0) return;
  const text = `/* reftally:retention.keep */ INSERT INTO facts_kept (site, seq, at, body) SELECT site, seq, at, body
    FROM json_to_recordset($1) AS r(site text, seq bigint, at bigint, body text) ON CONFLICT DO NOTHING`;
  await ask({ name: 'retention.keep', text }, [JSON.stringify(kept)]);
}

async function deleteOld({ ask }: Transaction, table: string, old: readonly Row[]): Promise<void> {
  if (old.length === 0) return;
  const text = `/* reftally:retention.drop */ DELETE FROM ${table} AS f USING json_to_recordset($1) AS r(site text, seq bigint, at bigint)
    WHERE f.site = r.site AND f.seq = r.seq AND f.at = r.at`;
  const keys = old.map(({ site, seq, at }) => ({ site, seq, at }));
  await ask({ name: `retention.drop.${table}`, text }, [JSON.stringify(keys)]);
}
