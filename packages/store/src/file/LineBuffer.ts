/** Bytes: more than most groups have. */
const INITIAL = 256 * 1024;
/** A unit of UTF-16 takes no more bytes of UTF-8. */
const MOST_BYTES = 3;

/**
 * Collects the lines of a group as bytes. They are encoded as they come: as strings, which concatenation leaves as trees of small pieces,
 * they would outlive the collections of garbage until their group is written, and moving them took a fifth of a batch's time.
 */
export class LineBuffer {
  #open = Buffer.allocUnsafeSlow(INITIAL);
  #spare = Buffer.allocUnsafeSlow(INITIAL);
  #bytes = 0;

  add(line: string): void {
    this.#reserve(MOST_BYTES * line.length);
    this.#bytes += this.#open.write(line, this.#bytes);
  }

  /** All lines since the last call; the bytes are used again after the next one. */
  take(): Uint8Array {
    const taken = this.#open.subarray(0, this.#bytes);
    [this.#open, this.#spare] = [this.#spare, this.#open];
    this.#bytes = 0;
    return taken;
  }

  #reserve(more: number): void {
    if (this.#bytes + more <= this.#open.length) return;
    const larger = Buffer.allocUnsafeSlow(2 * (this.#bytes + more));
    this.#open.copy(larger, 0, 0, this.#bytes);
    this.#open = larger;
  }
}
