import type { PageQuery } from './Page.js';

/**
 * Which conversions, newest first; of a partner all those for which it was a candidate, won or lost; of an order the one it became, if
 * any. `from` and `to` are days (`YYYY-MM-DD`, site time zone), both ends included.
 */
export type ConversionsQuery = PageQuery & {
  site: string;
  partner?: string;
  order?: string;
  from?: string;
  to?: string;
};
