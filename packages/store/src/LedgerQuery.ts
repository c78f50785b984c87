import type { PageQuery } from './Page.js';

/** Which lines of a site's ledger, newest first; of a partner in the order of its chain. */
export type LedgerQuery = PageQuery & { site: string; partner?: string };
