import type { ReplayReport, ReplayVerdict, Site } from '@reftally/core';
import type { ReplayQuery, Store } from '@reftally/store';
import { apiPolicy } from './apiPolicy.js';
import { apiTime } from './apiTime.js';

/** A replay's report as the API gives it: with the policy that was put to the test, names, times in ISO 8601. */
export async function apiReplay(
  { conversions, changed, kept = 0, partners, unchanged, examples }: ReplayReport,
  { policy, from, to }: ReplayQuery,
  site: Site,
  store: Store,
): Promise<object> {
  const named = async (partner: string) => {
    const found = await store.partner(partner);
    return { partner, name: found?.name ?? null, code: found?.code ?? null };
  };
  return {
    site: site.id,
    policy: apiPolicy({ ...site.policy, ...policy }),
    from: from ?? null,
    to: to ?? null,
    conversions,
    changed,
    kept,
    partners: await Promise.all(
      partners.map(async ({ partner, ...row }) => ({ ...(await named(partner)), ...row })),
    ),
    unchanged,
    examples: examples.map(({ at, before, after, ...example }) => ({
      ...example,
      at: apiTime(at),
      before: apiVerdict(before),
      after: apiVerdict(after),
    })),
  };
}

function apiVerdict({ partner, code, ...rest }: ReplayVerdict): object {
  return { partner: partner ?? null, code: code ?? null, ...rest };
}
