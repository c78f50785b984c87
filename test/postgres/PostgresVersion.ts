/** The servers that the tests run against: the oldest that is supported, and the newest. */
export type PostgresVersion = 15 | 18;
