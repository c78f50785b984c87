/** Whether writes are acknowledged now, and if not why, in a sentence for the operator. */
export type Health = { writable: true } | { writable: false; reason: string };
