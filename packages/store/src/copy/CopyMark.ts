/**
 * How far a copy is, kept in the target. `source` is what is copied, whatever its address; `place` where the source goes on, as it says itself; `facts`
 * and `events` how many have been copied.
 */
export type CopyMark = {
  source: string;
  place: readonly number[];
  facts: number;
  events: number;
  finished: boolean;
};
