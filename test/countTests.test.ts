import { expect, test } from 'vitest';
import { countTests } from './countTests.js';

function report(...files: [status: string, ...ends: string[]][]) {
  return {
    testResults: files.map(([status, ...ends]) => ({
      status,
      assertionResults: ends.map((end) => ({ status: end })),
    })),
  };
}

test.each([
  ['all well', report(['passed', 'passed', 'passed'], ['passed', 'passed']), true, [3, 0, 0]],
  ['one failed', report(['failed', 'passed', 'failed'], ['passed', 'passed']), false, [2, 1, 0]],
  ['some left out', report(['passed', 'passed', 'skipped', 'todo', 'pending']), true, [1, 0, 3]],
  ['a file that does not load', report(['failed'], ['passed', 'passed']), false, [1, 1, 0]],
  ['a file whose clean-up fails', report(['failed', 'passed']), false, [1, 1, 0]],
  ['an error between tests', report(['passed', 'passed']), false, [1, 1, 0]],
  ['no report', undefined, false, [0, 1, 0]],
])('%s', (_name, json, content, [passed, failed, skipped]) => {
  expect(countTests(json, content)).toEqual({ passed, failed, skipped });
});
