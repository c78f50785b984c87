import { guard } from './guard.js';
import { state } from './state.js';

type Filter = (url: string) => string;

/** An address as it may be sent: through the site's own filter, if there is one. */
export const cleanUrl = guard((address: string): string => {
  const named = (window as unknown as { [name: string]: Filter })[state.options.urlFilter as string];
  return (named || (state.options.urlFilter as Filter) || String)(address);
});
