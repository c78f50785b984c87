/** A browser for the tests, and how it was come by, in one line. */
export interface FoundBrowser {
  readonly path: string;
  readonly how: string;
}
