/** What one customer has brought one partner. Minor units by currency; what refunds took back is taken off. */
export type CustomerTally = {
  /** The earliest credited conversion (ms). */
  since: number;
  /** Purchases that earned something and are not wholly refunded. */
  paid: number;
  earned: Record<string, number>;
};
