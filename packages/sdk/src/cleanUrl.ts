import { attempt } from './attempt.js';
import { pagePath } from './pagePath.js';
import { settings } from './settings.js';

type Filter = (url: string) => string;

/** An address as it may be sent: no user, no query, no fragment (secrets travel there), through the site's own filter. */
export const cleanUrl = (address: string): string | undefined =>
  attempt(() => {
    const url = new URL(address);
    const { urlFilter } = settings;
    const filter = ((window as unknown as { [name: string]: Filter })[urlFilter as string] || urlFilter) as
      | Filter
      | undefined;
    const clean = (url.origin + pagePath(url)).slice(0, 1e3);
    return filter ? filter(clean) : clean;
  });
