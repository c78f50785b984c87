import { expect, test } from 'vitest';
import { makeRandom } from '../../crash/support/makeRandom.js';
import type { Costs } from './Costs.js';
import { type Plan, simulate } from './simulate.js';
import { spreadOf } from './spreadOf.js';

const free: Costs = {
  request: 0,
  event: 0,
  group: 0,
  databaseEvent: 0,
  databaseGroup: 0,
  flush: 0,
  walBytes: 0,
  tableBytes: 0,
};
const play = (changes: Partial<Plan>) =>
  simulate({
    costs: free,
    collectors: 1,
    databaseCores: 4,
    requestsPerSecond: 500,
    eventsPerRequest: 1,
    seconds: 60,
    random: makeRandom(5),
    ...changes,
  });

test.each<[string, Partial<Plan>, Partial<ReturnType<typeof simulate>>]>([
  [
    'what nobody waits for takes what it costs',
    { requestsPerSecond: 1, costs: { ...free, request: 2_000, flush: 3_000 } },
    { p50: 5, isStable: true },
  ],
  [
    'a core is as busy as is asked of it',
    { costs: { ...free, request: 1_000 } },
    { collectorLoad: 0.5, isStable: true },
  ],
  ['two collectors halve it', { collectors: 2, costs: { ...free, request: 1_000 } }, { collectorLoad: 0.25 }],
  ['more than a core can do piles up', { costs: { ...free, request: 2_500 } }, { isStable: false }],
  [
    'a slow disk makes groups: 500 a second in 40 ms',
    { costs: { ...free, flush: 40_000 } },
    { groupSize: 20, isStable: true },
  ],
  [
    'groups of several collectors go to the disk together',
    { collectors: 8, costs: { ...free, flush: 40_000 }, requestsPerSecond: 4_000 },
    { groupSize: 20, isStable: true },
  ],
  [
    'one hot row lets them wait for each other',
    { collectors: 8, costs: { ...free, flush: 40_000 }, requestsPerSecond: 4_000, oneHotRow: true },
    { groupSize: 160 },
  ],
  [
    'a database without enough cores piles up',
    { collectors: 4, databaseCores: 1, costs: { ...free, databaseEvent: 2_500 } },
    { isStable: false },
  ],
])('%s', (_, plan, expected) => {
  const found = play(plan);
  for (const [key, value] of Object.entries(expected)) {
    const is = found[key as keyof typeof found];
    if (typeof value === 'boolean') expect([key, is]).toEqual([key, value]);
    else expect(Math.abs(Number(is) / value - 1), `${key}: ${is}`).toBeLessThan(0.05);
  }
});

test('the wait for one core at 80 % is on average what theory says of it (M/D/1): twice the work', () => {
  const costs = { ...free, databaseEvent: 1_000 };
  const { mean } = play({
    collectors: 10_000,
    databaseCores: 1,
    requestsPerSecond: 800,
    seconds: 600,
    costs,
  });
  expect(mean).toBeGreaterThan(2.7);
  expect(mean).toBeLessThan(3.3);
});

test('equal keys spread evenly, one heavy key does not', () => {
  const keys = Array.from({ length: 20_000 }, (_, index) => [`key-${index}`, 1] as const);
  expect(spreadOf(keys, 16)).toBeLessThan(1.1);
  expect(spreadOf([...keys, ['heavy', 20_000]], 16)).toBeGreaterThan(8);
});
