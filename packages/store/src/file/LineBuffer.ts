import { JsonBytes } from '../JsonBytes.js';

/** Bytes: more than most groups have. */
const INITIAL = 256 * 1024;

/**
 * Collects the lines of a group as bytes. As strings, which concatenation leaves as trees of small pieces, they would outlive the collections of garbage
 * until their group is written, and moving them took a fifth of a batch's time.
 */
export class LineBuffer {
  #open = new JsonBytes(INITIAL);
  #spare = new JsonBytes(INITIAL);

  /** Where lines are written to until the next `take`. */
  get open(): JsonBytes {
    return this.#open;
  }

  /** All lines since the last call; the bytes are used again after the next one. */
  take(): Uint8Array {
    const taken = this.#open;
    [this.#open, this.#spare] = [this.#spare, taken];
    this.#open.cut(0);
    return taken.bytes;
  }
}
