import { recall } from './recall.js';
import { settings } from './settings.js';

/** See `Reftally.decorate`. The query is appended to as text: parsing it anew would break signed addresses. */
export const decorate = (address: string): string => {
  const [touch] = recall().slice(-1);
  const [name] = settings.params.split(/[, ]+/) as [string];
  const url = new URL(address, location.href);
  if (!touch || url.searchParams.has(name)) return address;
  url.search += `${url.search && '&'}${name}=${touch[0]}`;
  return url.href;
};
