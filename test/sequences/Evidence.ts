import type { Field } from '../field/world/Field.js';
import type { Oracle } from './Oracle.js';
import type { Story } from './Story.js';

/** What is there when a story is over. */
export interface Evidence {
  readonly story: Story;
  readonly field: Field;
  readonly oracle: Oracle;
  /** What pages noticed of the script. */
  readonly noticed: readonly string[];
  /** When it began (ms since the epoch). */
  readonly began: number;
}
