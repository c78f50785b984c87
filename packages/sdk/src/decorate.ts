import { findReferral } from './findReferral.js';
import { paramNames } from './paramNames.js';

/** See `Reftally.decorate`. The query is appended to as text: parsing it anew would break signed addresses. */
export const decorate = (address: string): string => {
  const found = findReferral();
  const [name] = paramNames() as [string];
  const url = new URL(address, location as unknown as string);
  if (!found || url.searchParams.has(name)) return address;
  url.search += `${url.search && '&'}${name}=${found.code}`;
  return url.href;
};
