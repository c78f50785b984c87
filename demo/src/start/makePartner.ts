import type { CollectorApi } from '../CollectorApi.js';

/** Who refers, by the site's id, a name and a first code. */
export interface NewPartner {
  readonly site: string;
  readonly name: string;
  readonly code: string;
}

interface Row {
  readonly id: string;
  readonly code: string;
}

/** Makes a partner and, if one is named, a coupon code of theirs, which the offer to their visitors names; what is there already stays. Resolves to the partner's id. */
export async function makePartner(api: CollectorApi, wanted: NewPartner, coupon?: string): Promise<string> {
  const { site, code } = wanted;
  const { partners } = await api.call<{ partners: Row[] }>('GET', `/partners?site=${site}`);
  const known = partners.find((row) => row.code === code);
  const { id } = known ?? (await api.call<Row>('POST', '/partners', wanted));
  if (coupon !== undefined) {
    const link = { site, partner: id, code: coupon, label: 'Coupon' };
    const { status } = await api.request('POST', '/links', link);
    if (status >= 400 && status !== 409) await api.call('POST', '/links', link);
    await api.call('PATCH', `/partners/${id}`, { coupon });
  }
  return id;
}
