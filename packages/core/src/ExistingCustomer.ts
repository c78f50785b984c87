/** Somebody who was the shop's customer already, as the shop has said: nobody is credited for them. Times in ms. */
export type ExistingCustomer = {
  customerId: string;
  /** Since when, if the shop has said so. */
  since?: number;
  importedAt: number;
};
