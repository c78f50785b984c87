import type { Costs } from './Costs.js';

/** As `npm run bench:queue -- --measure` found them on 2026-11-23, on the machine of docs/benchmarks.md while other things were running on it. */
export const measuredCosts: Costs = {
  request: 208,
  event: 125,
  group: 9_353,
  databaseEvent: 77.7,
  databaseGroup: 4_088,
  flush: 2_000,
  walBytes: 2_135,
  tableBytes: 1_705,
};
