/** A fact of a log as it is written there, in JSON; `at` is when it was committed (ms), where the source knows it. */
export type CopiedFact = { body: string; at?: number };
