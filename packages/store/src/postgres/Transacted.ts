/** What a transaction comes to. `writes` are on their way: the commit follows them at once, and counts if they all succeed. */
export type Transacted<T> = { value: T; writes?: readonly Promise<unknown>[] };
