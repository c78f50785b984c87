/** Whole calendar days in the site's time zone, `YYYY-MM-DD`, both ends included. */
export type Range = { from: string; to: string };
