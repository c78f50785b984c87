/** An exact amount: integer minor units (cents, yen, fils) of one ISO 4217 currency. Negative for money taken back. */
export type Money = { currency: string; minor: number };
