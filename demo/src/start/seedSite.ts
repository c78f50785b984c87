import type { CollectorApi } from './CollectorApi.js';

/** The id of the demo's site. */
const SITE = 'northlight';

/** What a shop and its first partner need to know of the site. */
export interface SeededSite {
  readonly id: string;
  readonly publicKey: string;
  /** Alice's id. */
  readonly alice: string;
}

interface PartnerRow {
  readonly id: string;
  readonly code: string;
}

/**
 * Makes the demo's site with its two partners, Alice and Bob, or finds those of an earlier run in the same folder.
 * `shopUrl` is the shop's origin.
 */
export async function seedSite(api: CollectorApi, shopUrl: string): Promise<SeededSite> {
  const created = await api.request('POST', '/sites', siteOf(shopUrl));
  if (created.status >= 400 && created.status !== 409) await api.call('POST', '/sites', siteOf(shopUrl));
  const site = await api.call<{ publicKey: string }>('GET', `/sites/${SITE}`);
  const alice = await partner(api, 'Alice', 'alice');
  await partner(api, 'Bob', 'bob');
  return { id: SITE, publicKey: site.publicKey, alice: alice.id };
}

function siteOf(shopUrl: string) {
  return {
    id: SITE,
    name: 'Northlight Coffee',
    origins: [shopUrl, shopUrl.replace('localhost', '127.0.0.1')],
    landingUrl: `${shopUrl}/`,
    currencies: ['EUR', 'USD', 'JPY'],
    policy: { holdDays: 30, commission: [{ on: 'purchase', percent: '10' }] },
  };
}

async function partner(api: CollectorApi, name: string, code: string): Promise<PartnerRow> {
  const { partners } = await api.call<{ partners: PartnerRow[] }>('GET', `/partners?site=${SITE}`);
  const known = partners.find((row) => row.code === code);
  return known ?? api.call<PartnerRow>('POST', '/partners', { site: SITE, name, code });
}
