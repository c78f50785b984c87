import type { Review } from '@reftally/core';
import { foldReview } from '../../file/foldReview.js';
import { reviewFactOf } from '../../file/reviewFactOf.js';
import type { StoredConversion } from '../../StoredConversion.js';
import type { Connections } from '../connect.js';
import { writeSql } from '../record/writeSql.js';
import { retryTransaction } from '../retryTransaction.js';
import { settleAll } from '../settleAll.js';
import { bySiteSql } from './bySiteSql.js';
import { factWrites } from './factWrites.js';
import { loadReviewed } from './loadReviewed.js';
import { loadSite } from './loadSite.js';
import { reviewedRows } from './reviewedRows.js';

type Asked = Omit<Review, 'at'>;

/** Reviews a conversion, as `Store.review` says. */
export function reviewConversion(
  connections: Connections,
  site: string,
  id: string,
  asked: Asked,
  now: number,
): Promise<{ stored: StoredConversion; isNew: boolean }> {
  let wasNew = false;
  return retryTransaction(connections, async (run, isRolledBack) => {
    const [partial, [row]] = await settleAll([
      loadSite(run, site),
      run<{ body: string }>(bySiteSql.conversion, site, id),
    ]);
    if (row) await loadReviewed(run, partial, JSON.parse(row.body));
    const fact = reviewFactOf(partial.state, id, asked, now);
    if (fact && 'review' in fact) foldReview(partial.state, fact);
    const stored = partial.state.conversions.get(id);
    if (!stored) throw new TypeError('a conversion that is reviewed is there');
    wasNew = fact !== undefined || (wasNew && !isRolledBack);
    const value = { stored: { ...stored }, isNew: wasNew };
    if (!fact || !('review' in fact)) return { value };
    const writes = [
      ...reviewedRows(partial, id).write(run, Object.values(writeSql)),
      ...factWrites(run, partial, fact, fact.entries, now),
    ];
    return { value, writes };
  });
}
