/** Arrivals with the same code within half an hour are one visit (the session length that web analytics agreed on). */
export const VISIT_MS = 30 * 60_000;
