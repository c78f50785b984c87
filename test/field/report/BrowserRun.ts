/** What became of a test in one browser; `skipped` has a reason. */
export interface TestResult {
  /** The test's name, which begins with the number of its scenario. */
  readonly title: string;
  readonly status: 'passed' | 'failed' | 'skipped';
  readonly reason?: string;
}

/** A run of the scenarios in one browser. */
export interface BrowserRun {
  /** As people call it, its version included. */
  readonly browser: string;
  readonly results: readonly TestResult[];
}
