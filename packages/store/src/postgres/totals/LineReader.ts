const COMMA = 44;
const LINE_FEED = 10;
const MINUS = 45;
const ZERO = 48;

/**
 * Reads lines of integers (empty for null), texts without commas and a last text without line feeds, separated by commas. A number is read digit by
 * digit and no line is cut out: it is strings that cost most where there are tens of thousands.
 */
export class LineReader {
  readonly #text: string;
  #at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  get isAtEnd(): boolean {
    return this.#at >= this.#text.length;
  }

  /** Throws a `RangeError` rather than give a number that is off by one. */
  integer(): number | null {
    const from = this.#at;
    const isNegative = this.#text.charCodeAt(from) === MINUS;
    if (isNegative) this.#at++;
    let value = 0;
    for (let code = this.#next(); code !== COMMA; code = this.#next()) value = value * 10 + (code - ZERO);
    if (this.#at === from + 1) return null;
    if (value <= Number.MAX_SAFE_INTEGER) return isNegative ? -value : value;
    throw new RangeError(`the database holds ${this.#text.slice(from, this.#at - 1)}, which is too large`);
  }

  /** `likely`: what it may well be; no string is made for that again. */
  text(likely: string): string {
    if (!this.#isNext(likely)) return this.#until(COMMA);
    this.#at += likely.length + 1;
    return likely;
  }

  last(): string {
    return this.#until(LINE_FEED);
  }

  #isNext(text: string): boolean {
    for (let index = 0; index < text.length; index++)
      if (this.#text.charCodeAt(this.#at + index) !== text.charCodeAt(index)) return false;
    return this.#text.charCodeAt(this.#at + text.length) === COMMA;
  }

  #next(): number {
    return this.#text.charCodeAt(this.#at++);
  }

  #until(code: number): string {
    const found = this.#text.indexOf(String.fromCharCode(code), this.#at);
    const end = found === -1 ? this.#text.length : found;
    const text = this.#text.slice(this.#at, end);
    this.#at = end + 1;
    return text;
  }
}
