/** The site of random histories with retention. */
export const HISTORY_SITE = 'shop';
