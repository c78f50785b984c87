import type { PageQuery } from '@reftally/store';

/** The part of a checked query that names a page. */
export function pageOf({ cursor, limit }: { cursor?: string | undefined; limit: number }): PageQuery {
  return { limit, ...(cursor !== undefined && { cursor }) };
}
