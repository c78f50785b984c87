/** Somebody with an account at the shop. */
export interface Customer {
  /** The shop's own id, the `customerId` that the tracker hears. */
  readonly id: string;
  readonly name: string;
  readonly email: string;
}
