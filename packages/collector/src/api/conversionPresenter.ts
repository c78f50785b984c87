import type { Store, StoredConversion } from '@reftally/store';
import type { Principal } from '../auth/Principal.js';
import { apiConversion } from './apiConversion.js';

/** Shows conversions of a site to one viewer; each partner's name is looked up once. */
export function conversionPresenter(site: string, viewer: Principal, store: Store) {
  const names = new Map<string, Promise<string | undefined>>();
  const nameOf = (partner: string) => {
    const known = names.get(partner) ?? store.partner(partner).then((found) => found?.name);
    names.set(partner, known);
    return known;
  };
  return async (stored: StoredConversion) => {
    const { partner } = stored.conversion;
    const partnerName = partner === undefined ? undefined : await nameOf(partner);
    return apiConversion(stored, { site, partnerName, viewer });
  };
}
