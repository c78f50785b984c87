import type { ListSpec } from './readPage.js';

/** The lists whose rows are what is listed, by (time, id), oldest first; `$1` is the site. */
export const lists = {
  sites: { name: 'sites', from: 'sites WHERE true', at: 'created_at', id: 'id' },
  partners: { name: 'partners', from: 'partners WHERE site = $1', at: 'created_at', id: 'id' },
  links: { name: 'links', from: 'links WHERE site = $1', at: 'created_at', id: 'id' },
  linksOfPartner: {
    name: 'links.ofPartner',
    from: 'links WHERE site = $1 AND partner = $2',
    at: 'created_at',
    id: 'id',
  },
  existing: { name: 'existing', from: 'existing_customers WHERE site = $1', at: 'imported_at', id: 'id' },
  payouts: { name: 'payouts', from: 'payouts WHERE site = $1', at: 'created_at', id: 'id' },
  payoutsOfPartner: {
    name: 'payouts.ofPartner',
    from: 'payout_partners AS o JOIN payouts AS p ON p.site = o.site AND p.id = o.payout WHERE o.site = $1 AND o.partner = $2',
    at: 'o.created_at',
    id: 'o.payout',
  },
  waiting: {
    name: 'refunds.waiting',
    from: 'refunds WHERE site = $1 AND waiting IS NOT NULL',
    at: 'at',
    id: 'uid',
    columns: 'waiting AS body',
  },
} satisfies Record<string, ListSpec>;
