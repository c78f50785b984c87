import { callApi } from './callApi.js';
import type { SumsByPartner } from './Sums.js';

type Row = {
  partner: string;
  clicks: number;
  pageviews: number;
  visitors: number;
  signups: number;
  purchases: number;
  revenue: { currency: string; minor: number }[];
};

/** What the API says of each partner, over all days that the tests touch. */
export async function readTotals(url: string, site: string): Promise<SumsByPartner> {
  const day = (offset: number) => new Date(Date.now() + offset * 86_400_000).toISOString().slice(0, 10);
  const query = `site=${site}&from=${day(-40)}&to=${day(1)}&interval=total`;
  const { totals } = await callApi<{ totals: Row[] }>(url, 'GET', `/totals?${query}`);
  const rows = totals.map(({ partner, clicks, pageviews, visitors, signups, purchases, revenue }) => {
    const minors = Object.fromEntries(revenue.map(({ currency, minor }) => [currency, minor]));
    return [partner, { clicks, pageviews, visitors, signups, purchases, revenue: minors }] as const;
  });
  return new Map(rows);
}
