import { Uuid } from './Uuid.js';

/** What stands for one id: 128 bits of it, and a mark that is never 0. */
const WORDS = 5;
const MARK = 4;
const FIRST_SLOTS = 16;

/** How full (of 1) a table may become: beyond, searches grow longer than the memory is worth. */
const FULLEST = 0.75;

/**
 * A table of UUIDs, each with a mark (1 to 2^31 − 1): open addressing in one typed array. 27 to 53 bytes an id where a `Set` of strings takes
 * some 90, and nothing that the garbage collector would have to look at.
 */
export class UuidTable {
  #words = new Int32Array(FIRST_SLOTS * WORDS);
  #size = 0;

  /** The id's mark; 0 when it is not there. */
  get(id: Uuid): number {
    return this.#words[this.#placeOf(id) + MARK] as number;
  }

  set(id: Uuid, mark: number): void {
    if (this.#put(id, mark) && this.#size * WORDS > this.#words.length * FULLEST)
      this.#rebuild(2 * this.#words.length, 1);
  }

  /** Forgets ids with a mark below `mark`. */
  forget(mark: number): void {
    let kept = 0;
    for (let at = MARK; at < this.#words.length; at += WORDS) if ((this.#words[at] as number) >= mark) kept++;
    if (kept === this.#size) return;
    let slots = FIRST_SLOTS;
    while (kept > slots * FULLEST) slots *= 2;
    this.#rebuild(slots * WORDS, mark);
  }

  /** Five words an id: four of the id, and its mark. In no order. */
  dump(): Int32Array {
    const packed = new Int32Array(this.#size * WORDS);
    let to = 0;
    for (let at = 0; at < this.#words.length; at += WORDS) {
      if (this.#words[at + MARK] === 0) continue;
      packed.set(this.#words.subarray(at, at + WORDS), to);
      to += WORDS;
    }
    return packed;
  }

  /** The index of an id's first word, or of the free place where it would go. */
  #placeOf({ a, b, c, d, hash }: Uuid): number {
    const words = this.#words;
    const last = words.length / WORDS - 1;
    let slot = hash & last;
    while (true) {
      const at = slot * WORDS;
      if (words[at + MARK] === 0) return at;
      if (words[at + 3] === d && words[at + 2] === c && words[at + 1] === b && words[at] === a) return at;
      slot = (slot + 1) & last;
    }
  }

  /** Whether it is new. */
  #put(id: Uuid, mark: number): boolean {
    const words = this.#words;
    const at = this.#placeOf(id);
    const isNew = words[at + MARK] === 0;
    words[at] = id.a;
    words[at + 1] = id.b;
    words[at + 2] = id.c;
    words[at + 3] = id.d;
    words[at + MARK] = mark;
    if (isNew) this.#size++;
    return isNew;
  }

  #rebuild(length: number, leastMark: number): void {
    const old = this.#words;
    this.#words = new Int32Array(length);
    this.#size = 0;
    const id = new Uuid();
    for (let at = 0; at < old.length; at += WORDS) {
      const mark = old[at + MARK] as number;
      if (mark < leastMark || mark === 0) continue;
      id.take(old, at);
      this.#put(id, mark);
    }
  }
}
