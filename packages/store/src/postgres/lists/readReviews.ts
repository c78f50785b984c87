import type { ReviewState } from '@reftally/core';
import type { Page } from '../../Page.js';
import type { ReviewCounts, ReviewsQuery } from '../../ReviewsQuery.js';
import type { StoredConversion } from '../../StoredConversion.js';
import type { Connections } from '../connect.js';
import { namedStatement } from '../namedStatement.js';
import { read } from '../read.js';
import { CONVERSION_COLUMNS } from './CONVERSION_COLUMNS.js';
import { readPage } from './readPage.js';
import { type ConversionRow, toStored } from './toStored.js';

const LIST = {
  name: 'reviews',
  from: 'conversions WHERE site = $1 AND review = $2',
  at: 'at',
  id: 'id',
  columns: CONVERSION_COLUMNS,
};
const COUNT = namedStatement(
  'reviews.count',
  'SELECT review, count(*) AS n FROM conversions WHERE site = $1 AND review IS NOT NULL GROUP BY review',
);

/** A page of the conversions whose review stands so, oldest first, and how many stand how. Rejects with a `CursorError`. */
export async function readReviews(
  connections: Connections,
  query: ReviewsQuery,
): Promise<Page<StoredConversion> & { counts: ReviewCounts }> {
  const [{ rows, ...rest }, counted] = await Promise.all([
    readPage<ConversionRow>(connections, LIST, [query.site, query.state], query),
    read<{ review: ReviewState; n: number }>(connections, COUNT, [query.site]),
  ]);
  const counts: ReviewCounts = { open: 0, held: 0, approved: 0, rejected: 0 };
  for (const { review, n } of counted) counts[review] = n;
  return { rows: rows.map(toStored), ...rest, counts };
}
