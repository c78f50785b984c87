import type { CollectorApi } from '../CollectorApi.js';
import type { Coupon } from '../Coupon.js';
import type { ShopOptions } from '../ShopOptions.js';
import { makePartner } from './makePartner.js';
import { policy } from './policy.js';

/** The id of the demo's site. */
const SITE = 'northlight';

/** The shop takes them; whose they are is known to the collector alone. */
const COUPONS = [
  { code: 'ALICE10', percent: 10 },
  { code: 'BOB10', percent: 10 },
] as const satisfies readonly Coupon[];

/** What a shop and its first partner need to know of the site. */
export interface SeededSite {
  readonly id: string;
  /** Alice's id. */
  readonly alice: string;
  readonly shop: Omit<ShopOptions, 'collectorUrl'>;
}

/**
 * Makes the demo's site with its two partners, Alice and Bob with a coupon each, or finds those of an earlier run in the same folder.
 * `shopUrl` is the shop's origin. The site's secrets are made anew: the demo keeps them nowhere.
 */
export async function seedSite(
  api: CollectorApi,
  shopUrl: string,
  holdDays: number | undefined,
): Promise<SeededSite> {
  await makeSite(api, shopUrl, holdDays);
  const { publicKey, secretKey } = await api.call<{ publicKey: string; secretKey: string }>(
    'POST',
    `/sites/${SITE}/rotate-key`,
    {},
  );
  const path = `/sites/${SITE}/rotate-signing-secret`;
  const { signingSecret } = await api.call<{ signingSecret: string }>('POST', path, {});
  const alice = await makePartner(api, { site: SITE, name: 'Alice', code: 'alice' }, COUPONS[0].code);
  await makePartner(api, { site: SITE, name: 'Bob', code: 'bob' }, COUPONS[1].code);
  return { id: SITE, alice, shop: { siteKey: publicKey, secretKey, signingSecret, coupons: COUPONS } };
}

async function makeSite(api: CollectorApi, shopUrl: string, holdDays: number | undefined): Promise<void> {
  const site = {
    id: SITE,
    name: 'Northlight Coffee',
    origins: [shopUrl, shopUrl.replace('localhost', '127.0.0.1')],
    landingUrl: `${shopUrl}/`,
    currencies: ['EUR', 'USD', 'JPY'],
    policy: policy(holdDays),
  };
  const { status } = await api.request('POST', '/sites', site);
  if (status < 400) return;
  if (status !== 409) await api.call('POST', '/sites', site);
  if (holdDays !== undefined) await api.call('PATCH', `/sites/${SITE}`, { policy: { holdDays } });
}
