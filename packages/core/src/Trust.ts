/** How far an amount can be believed, weakest first. */
export const TRUST_LEVELS = ['browser', 'signed', 'server', 'reconciled'] as const;

/** One of {@link TRUST_LEVELS}. */
export type Trust = (typeof TRUST_LEVELS)[number];
