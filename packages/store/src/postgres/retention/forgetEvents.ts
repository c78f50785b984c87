import type { Forgotten } from '@reftally/core';
import { leastMark } from '../../file/leastMark.js';
import type { Connections } from '../connect.js';
import { read } from '../read.js';
import { retentionSql } from './retentionSql.js';

const DAY_MS = 86_400_000;

/** Deletes the ids of a site's visits that nobody can see any more, a page at each step. */
export async function* forgetEvents(
  connections: Connections,
  site: string,
  forgotten: Forgotten,
): AsyncGenerator<void, void> {
  const before = leastMark(forgotten) * DAY_MS;
  for (let after: string | null = ''; after !== null; ) {
    const rows: { last: string | null }[] = await read(connections, retentionSql.events, [
      site,
      after,
      before,
    ]);
    after = rows[0]?.last ?? null;
    yield;
  }
}
