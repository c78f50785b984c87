import type { Forgotten, Touch } from '@reftally/core';
import { keptTouches } from '../../file/keptTouches.js';
import type { Connections } from '../connect.js';
import { read } from '../read.js';
import { retentionSql } from './retentionSql.js';

type Row = { id: string; touches: string | null };

/** Deletes the touches of a site's visitors that nobody can see any more, and visitors who have no other, a page at each step. */
export async function* forgetTouches(
  connections: Connections,
  site: string,
  forgotten: Forgotten,
): AsyncGenerator<void, void> {
  for (let after: string | undefined = ''; after !== undefined; ) {
    const rows: Row[] = await read(connections, retentionSql.visitors, [site, after, forgotten.touches]);
    const changed = rows.flatMap(({ id, touches: was }) =>
      was === null ? [] : [changeOf(id, was, forgotten)],
    );
    const gone = changed.filter(({ touches }) => touches === '[]');
    const cut = changed.filter(({ touches }) => touches !== '[]');
    if (gone.length > 0) await read(connections, retentionSql.dropVisitors, [site, JSON.stringify(gone)]);
    if (cut.length > 0) await read(connections, retentionSql.setVisitors, [site, JSON.stringify(cut)]);
    after = rows.at(-1)?.id;
    yield;
  }
}

function changeOf(id: string, was: string, forgotten: Forgotten) {
  const touches: readonly Touch[] = JSON.parse(was);
  return { id, was, touches: JSON.stringify(keptTouches(touches, forgotten)) };
}
