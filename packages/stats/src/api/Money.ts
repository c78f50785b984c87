/** An amount in integer minor units of an ISO 4217 currency: `{ currency: 'USD', minor: 4999 }` is 49.99 dollars. */
export type Money = { currency: string; minor: number };
