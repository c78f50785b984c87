import { expect, test } from 'vitest';
import { createLimiter } from '../src/http/createLimiter.js';

/** Takes `[at (s), key, points]` one after the other; says what each was answered: 0, or the seconds to wait. */
function takeAll(limit: number, takes: readonly [at: number, key: string, points: number][]): number[] {
  let at = 0;
  const limiter = createLimiter(limit, () => at * 1000);
  return takes.map(([time, key, points]) => {
    at = time;
    try {
      limiter(key, points);
      return 0;
    } catch (error) {
      expect(error).toMatchObject({ status: 429, code: 'rate-limited' });
      return Number((error as { headers: Record<string, string> }).headers['Retry-After']);
    }
  });
}

test.each<[name: string, takes: [number, string, number][], answers: number[]]>([
  [
    'allows as many as it says',
    [
      [0, 'a', 4],
      [1, 'a', 6],
      [2, 'a', 1],
    ],
    [0, 0, 58],
  ],
  [
    'limits each key by itself',
    [
      [0, 'a', 10],
      [1, 'b', 10],
      [2, 'a', 1],
      [2, 'b', 1],
    ],
    [0, 0, 58, 59],
  ],
  [
    'counts what it refuses too',
    [
      [0, 'a', 9],
      [1, 'a', 2],
      [2, 'a', 1],
    ],
    [0, 59, 58],
  ],
  [
    'begins anew a minute after the first',
    [
      [5, 'a', 10],
      [64.5, 'a', 1],
      [65, 'a', 10],
    ],
    [0, 1, 0],
  ],
  [
    'keeps a minute that began late in a generation',
    [
      [50, 'a', 10],
      [70, 'b', 1],
      [100, 'a', 1],
    ],
    [0, 0, 10],
  ],
  [
    'forgets after a pause',
    [
      [0, 'a', 10],
      [500, 'a', 10],
      [501, 'a', 1],
    ],
    [0, 0, 59],
  ],
  ['refuses more than a minute holds', [[0, 'a', 11]], [60]],
])('%s', (_name, takes, answers) => {
  expect(takeAll(10, takes)).toEqual(answers);
});

test('0 is no limit', () => {
  expect(
    takeAll(0, [
      [0, 'a', 1e9],
      [0, 'a', 1e9],
    ]),
  ).toEqual([0, 0]);
});
