import { expect, test } from 'vitest';
import { readRun } from './readRun.js';
import { scenarios } from './scenarios.js';
import { tableOfRuns } from './tableOfRuns.js';

test('the table says what ran, what failed, and why the rest did not', () => {
  const assertionResults = [
    { title: '1. a landing', status: 'passed' },
    { title: '10. a refusal', status: 'passed' },
    { title: '10. another', status: 'failed' },
    { title: '10. a third', status: 'skipped', meta: { reason: 'no way to refuse' } },
    { title: '15. prerendering', status: 'skipped', meta: { reason: 'it does not' } },
    { title: '15. a second', status: 'skipped', meta: { reason: 'it does not' } },
    { title: '16. left out in silence', status: 'skipped' },
  ];
  const lines = tableOfRuns([readRun('Lynx 2', { testResults: [{ assertionResults }] })]).split('\n');
  expect(lines[0]).toMatch(/^\| scenario +\| Lynx 2 +\|$/);
  const cells = lines.slice(2).map((line) => line.split('|')[2]?.trim());
  expect(cells).toHaveLength(Object.keys(scenarios).length);
  expect([1, 2, 10, 15, 16].map((number) => cells[number - 1])).toEqual([
    'ran (1)',
    'not run',
    '**1 of 2 failed**; not possible (1): no way to refuse',
    'not possible: it does not',
    '**1 of 1 failed**',
  ]);
});
