import { attempt } from './attempt.js';
import { settings } from './settings.js';

type Filter = (url: string) => string;

/** An address as it may be sent: through the site's own filter, if there is one. */
export const cleanUrl = (address: string): string | undefined =>
  attempt(() => {
    const { urlFilter = (url: string) => url } = settings;
    const found = (window as unknown as { [name: string]: Filter })[urlFilter as string] || urlFilter;
    return (found as Filter)(address);
  });
