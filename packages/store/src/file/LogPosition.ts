/** How far the log is known to be durable: the last segment's number (from 1) and its length in bytes. */
export type LogPosition = { segment: number; bytes: number };
