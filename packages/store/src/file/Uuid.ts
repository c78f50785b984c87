import { randomInt } from 'node:crypto';

const DASH = 45;
const BARE_LENGTH = 32;
const DASHED_LENGTH = 36;

/** The value of each lower-case hexadecimal digit by its character code; −1 for anything else. */
const DIGITS = new Int8Array(128).fill(-1);
for (let digit = 0; digit < 16; digit++) DIGITS[digit.toString(16).charCodeAt(0)] = digit;

/** Where the digits are. */
const PLACES = Array.from({ length: BARE_LENGTH }, (_, at) => at);
const DASHED_PLACES = PLACES.map((at) => at + Math.min(4, Math.max(0, (at >> 2) - 1)));

/** How an id is written: as UUIDs usually are, or without the dashes, as our script writes it. */
export type UuidForm = 'dashed' | 'bare';

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
  #text = '';
  #form: UuidForm | undefined;

  /** How `text` is written, if it is a UUID in lower case. Only then the words are its. Each is asked for twice: whether it is new, and to be added. */
  read(text: string): UuidForm | undefined {
    if (text === this.#text) return this.#form;
    this.#text = text;
    this.#form = formOf(text);
    if (!this.#form || !this.#readDigits(text, this.#form === 'bare' ? PLACES : DASHED_PLACES))
      this.#form = undefined;
    return this.#form;
  }

  #readDigits(text: string, places: readonly number[]): boolean {
    for (let i = 0; i < BARE_LENGTH; i++) {
      const digit = DIGITS[text.charCodeAt(places[i] as number)];
      if (digit === undefined || digit < 0) return false;
      const word = i >>> 3;
      this.#words[word] = ((this.#words[word] as number) << 4) | digit;
    }
    this.#setWords(this.#words, 0);
    return true;
  }

  /** Takes four words out of a list. */
  take(words: Int32Array, at: number): void {
    this.#text = '';
    this.#form = undefined;
    this.#setWords(words, at);
  }

  #setWords(words: Int32Array, at: number): void {
    this.a = words[at] as number;
    this.b = words[at + 1] as number;
    this.c = words[at + 2] as number;
    this.d = words[at + 3] as number;
    this.hash = mix(mix(mix(mix(SEED, this.a), this.b), this.c), this.d);
  }
}

function formOf(text: string): UuidForm | undefined {
  if (text.length === BARE_LENGTH) return 'bare';
  if (text.length !== DASHED_LENGTH) return undefined;
  for (let at = 8; at <= 23; at += 5) if (text.charCodeAt(at) !== DASH) return undefined;
  return 'dashed';
}

/** The finish of MurmurHash3, with which every bit changes every other. */
function mix(hash: number, word: number): number {
  let mixed = Math.imul(hash ^ word, 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return mixed ^ (mixed >>> 16);
}
