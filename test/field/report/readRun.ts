import type { BrowserRun, TestResult } from './BrowserRun.js';

/** The part of vitest's JSON report that is read here. */
interface Report {
  readonly testResults: readonly {
    readonly assertionResults: readonly {
      readonly title: string;
      readonly status: string;
      readonly meta?: { readonly reason?: string };
    }[];
  }[];
}

/** Reads vitest's JSON report of a run in one browser. What neither passed nor was left out for a reason has failed. */
export function readRun(browser: string, report: Report): BrowserRun {
  const tests = report.testResults.flatMap(({ assertionResults }) => assertionResults);
  const results = tests.map(({ title, status, meta }): TestResult => {
    if (status === 'passed') return { title, status };
    const { reason } = meta ?? {};
    return reason === undefined ? { title, status: 'failed' } : { title, status: 'skipped', reason };
  });
  return { browser, results };
}
