/** The currencies that the shop sells in, as ISO 4217 codes; the first is what a newcomer sees. */
export const currencies = ['EUR', 'USD', 'JPY'] as const;

/** One of the shop's currencies. */
export type Currency = (typeof currencies)[number];
