/** The format of log segments that this version writes, and the newest that it reads. */
export const LOG_FORMAT = 2;
