import type { TotalsRow } from '../journey/TotalsRow.js';

/** A collector on a fresh folder with one site and one partner, Alice. */
export interface Books {
  /** The collector's origin. */
  readonly url: string;
  /** The site's public key. */
  readonly site: string;
  /** Alice's row of the totals. */
  alice(): Promise<TotalsRow>;
  /** Everything kept about purchases and signups, the latest first. */
  conversions(): Promise<readonly { readonly [field: string]: unknown }[]>;
  /** Stops the collector and deletes the folder. */
  close(): Promise<void>;
}
