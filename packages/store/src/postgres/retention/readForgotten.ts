import type { Forgotten, Site } from '@reftally/core';
import type { Connections } from '../connect.js';
import { read } from '../read.js';
import { retentionSql } from './retentionSql.js';

/** A site, and what it has forgotten, if anything. */
export type ForgottenSite = { site: Site; forgotten?: Forgotten };

type Row = { body: string; forgotten_ids: number | null; forgotten_touches: number | null };

/** What each site has forgotten. */
export async function readForgotten(connections: Connections): Promise<ForgottenSite[]> {
  const rows = await read<Row>(connections, retentionSql.sites);
  return rows.map(({ body, forgotten_ids: ids, forgotten_touches: touches }) => {
    const site: Site = JSON.parse(body);
    return ids === null || touches === null ? { site } : { site, forgotten: { ids, touches } };
  });
}
