import type { CopiedFact } from './CopiedFact.js';
import type { CopyMark } from './CopyMark.js';
import type { CopySummary } from './CopySummary.js';

/** Where a copy goes. Nothing but a copy opens it until that is finished. */
export type CopyTarget = {
  /** As messages name it. */
  name: string;
  /** How far the copy is that was begun here; undefined: none was, and the target is empty. */
  mark: CopyMark | undefined;
  /** Begins a copy: no collector starts on the target from now on. */
  begin(mark: CopyMark): Promise<void>;
  /** Adds facts, and keeps how far the copy is then: both or neither. */
  add(facts: readonly CopiedFact[], mark: CopyMark): Promise<void>;
  /** As that of the source; `now` in ms divides held from payable. */
  summary(now: number): Promise<CopySummary>;
  /** Lets collectors start on it. */
  finish(mark: CopyMark): Promise<void>;
  close(): Promise<void>;
};
