/** Existing customers of a site, as the shop names them; `since` in ms. */
export type CustomersImport = { site: string; customers: readonly { customerId: string; since?: number }[] };
