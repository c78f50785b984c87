import type { Partner, Payout } from '@reftally/core';
import type { Store } from '@reftally/store';

/** The partners that lines of a payout are for, by id; each is looked up once. */
export async function payeesOf(lines: Payout['lines'], store: Store): Promise<ReadonlyMap<string, Partner>> {
  const ids = [...new Set(lines.map(({ partner }) => partner))];
  const found = await Promise.all(ids.map((id) => store.partner(id)));
  return new Map(found.flatMap((partner) => (partner ? [[partner.id, partner]] : [])));
}
