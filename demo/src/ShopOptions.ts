/** What the shop has to know about the collector, as any shop would. */
export interface ShopOptions {
  /** The collector's origin, as the browser reaches it: `http://localhost:4800`. */
  readonly collectorUrl: string;
  /** The site's public key. */
  readonly siteKey: string;
  /** Makes the ids of sessions, customers and orders; random by default. */
  readonly newId?: () => string;
}
