import type { CollectorApi } from '../CollectorApi.js';

/** What there is to see, and where. */
export interface Links {
  readonly api: CollectorApi;
  /** Alice's id. */
  readonly alice: string;
  readonly shopUrl: string;
  readonly collectorUrl: string;
  readonly adminKey: string;
  readonly folder: string;
}

/** Prints four lines to stdout: the shop by Alice's link, her stats, the admin page, where the data is. */
export async function printLinks({
  api,
  alice,
  shopUrl,
  collectorUrl,
  adminKey,
  folder,
}: Links): Promise<void> {
  const access = await api.call<{ url: string }>('POST', `/partners/${alice}/access`, {});
  console.log(`Shop, by Alice's link   ${shopUrl}/?ref=alice`);
  console.log(`Alice's stats           ${access.url}`);
  console.log(`Admin                   ${collectorUrl}/admin   (sign in with the key ${adminKey})`);
  console.log(`Data                    ${folder}`);
}
