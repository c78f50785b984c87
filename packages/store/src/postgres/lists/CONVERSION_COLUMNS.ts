/** What is read of a row of `conversions`. */
export const CONVERSION_COLUMNS = 'body, refunded, clawed_back';
