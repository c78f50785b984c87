import { randomInt } from 'node:crypto';

const LENGTH = 36;
const DASHES: ReadonlySet<number> = new Set([8, 13, 18, 23]);
const DASH = 45;

/** The value of each lower-case hexadecimal digit by its character code; −1 for anything else. */
const DIGITS = new Int8Array(128).fill(-1);
for (let digit = 0; digit < 16; digit++) DIGITS[digit.toString(16).charCodeAt(0)] = digit;

/** Where the digits of a UUID are. */
const PLACES = Array.from({ length: LENGTH }, (_, at) => at).filter((at) => !DASHES.has(at));

/** Other in every process: whoever chooses ids must not be able to choose where they go. */
const SEED = randomInt(2 ** 31);

/** The 128 bits of a UUID as four 32-bit words, and a hash of them. One object is read into again and again: ids are looked up for every event. */
export class Uuid {
  a = 0;
  b = 0;
  c = 0;
  d = 0;
  hash = 0;
  readonly #words = new Int32Array(4);

  /** Whether `text` is a UUID as they are usually written, in lower case. Only then the words are its. */
  read(text: string): boolean {
    if (text.length !== LENGTH) return false;
    for (const at of DASHES) if (text.charCodeAt(at) !== DASH) return false;
    for (let i = 0; i < PLACES.length; i++) {
      const digit = DIGITS[text.charCodeAt(PLACES[i] as number)];
      if (digit === undefined || digit < 0) return false;
      const word = i >>> 3;
      this.#words[word] = ((this.#words[word] as number) << 4) | digit;
    }
    this.take(this.#words, 0);
    return true;
  }

  /** Takes four words out of a list. */
  take(words: Int32Array, at: number): void {
    this.a = words[at] as number;
    this.b = words[at + 1] as number;
    this.c = words[at + 2] as number;
    this.d = words[at + 3] as number;
    this.hash = mix(mix(mix(mix(SEED, this.a), this.b), this.c), this.d);
  }
}

/** The finish of MurmurHash3, with which every bit changes every other. */
function mix(hash: number, word: number): number {
  let mixed = Math.imul(hash ^ word, 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return mixed ^ (mixed >>> 16);
}
