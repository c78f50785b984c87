import type { CopiedFact } from './CopiedFact.js';
import type { CopySummary } from './CopySummary.js';

/** Some facts of a source, in their order; `place` is where it goes on, `share` how much of all has been read by then (0 to 1). */
export type CopiedFacts = { facts: CopiedFact[]; place: readonly number[]; share: number };

/** What is copied. */
export type CopySource = {
  /** Tells it from every other one, whatever its address: the hash of its first fact. */
  id: string;
  /** As messages name it. */
  name: string;
  /** Reads on from a place, or from the beginning. */
  read(place: readonly number[] | undefined): AsyncGenerator<CopiedFacts, void>;
  /** How many facts it has; undefined when nobody can have added one meanwhile. */
  countFacts(): Promise<number | undefined>;
  /** What all of it adds up to, as of the time that it was opened with. */
  summary(): Promise<CopySummary>;
  close(): Promise<void>;
};
