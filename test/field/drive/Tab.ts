/** A tab of a browser, whichever it is. */
export interface Tab {
  /** Goes to an address and waits for the page to load. */
  open(url: string): Promise<void>;
  /** Runs a function in the page, which sees nothing but its argument (JSON), and resolves with what it gives (JSON). */
  run<Result>(body: () => Result | Promise<Result>): Promise<Result>;
  run<Result, Arg>(body: (arg: Arg) => Result | Promise<Result>, arg: Arg): Promise<Result>;
  /** Presses the browser's reload, and waits for the page to load. */
  reload(): Promise<void>;
  /** Closes it as its user does: the page is told, and asked nothing. */
  close(): Promise<void>;
}
