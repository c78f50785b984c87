/** How many tests there were, by how they ended. */
export interface TestCounts {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

/** What is read of vitest's JSON report. */
interface Report {
  readonly testResults: readonly {
    readonly status: string;
    readonly assertionResults: readonly { readonly status: string }[];
  }[];
}

/**
 * Counts the tests of vitest's JSON report; `content` is whether vitest itself ended well. A file that could not be
 * loaded is a failure, and so is whatever vitest complains of without a test that failed (an error between tests, no
 * report at all).
 */
export function countTests(report: Report | undefined, content: boolean): TestCounts {
  const files = report?.testResults ?? [];
  const ends = files.flatMap((file) => file.assertionResults.map((test) => test.status));
  const passed = ends.filter((end) => end === 'passed').length;
  const broken = files.filter(
    (file) => file.status === 'failed' && !file.assertionResults.some(isFailed),
  ).length;
  const failed = ends.filter((end) => end === 'failed').length + broken;
  const skipped = ends.length - passed - (failed - broken);
  return { passed, failed: failed === 0 && !content ? 1 : failed, skipped };
}

function isFailed(test: { readonly status: string }): boolean {
  return test.status === 'failed';
}
