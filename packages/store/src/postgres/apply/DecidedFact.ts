import type { Fact } from '../../file/Fact.js';

/** A fact that was decided elsewhere, with its text in the log and when it was committed (ms). */
export type DecidedFact = { fact: Fact; body: string; at: number };
