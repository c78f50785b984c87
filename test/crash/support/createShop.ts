import { callApi } from './callApi.js';

/** A site with its partners, as the tests and benchmarks need to know it. */
export type Shop = { site: string; key: string; partners: { id: string; code: string }[] };

/** Makes a site and so many partners through the API. `changes` are of the site. */
export async function createShop(
  url: string,
  partners: number,
  changes: { id?: string; policy?: object } = {},
): Promise<Shop> {
  const { id: site, publicKey: key } = await callApi<{ id: string; publicKey: string }>(
    url,
    'POST',
    '/sites',
    {
      id: 'shop',
      name: 'Shop',
      origins: ['https://shop.example'],
      landingUrl: 'https://shop.example/',
      currencies: ['EUR', 'JPY'],
      policy: { commission: [{ on: 'purchase', percent: '10' }] },
      ...changes,
    },
  );
  const shop: Shop = { site, key, partners: [] };
  for (let i = 0; i < partners; i++) {
    const body = { site, name: `Partner ${i}`, code: `code-${i}` };
    shop.partners.push(await callApi<{ id: string; code: string }>(url, 'POST', '/partners', body));
  }
  return shop;
}
