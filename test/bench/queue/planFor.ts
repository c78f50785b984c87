import { makeRandom } from '../../crash/support/makeRandom.js';
import type { Costs } from './Costs.js';
import { PATIENCE_MS } from './PATIENCE_MS.js';
import { simulate } from './simulate.js';

/** What is planned for: events a minute on average, and how many times that the peak has. */
type Aim = { costs: Costs; perMinute: number; peak: number; eventsPerRequest: number };

/** More of them share one database less and less well; then there is another database. */
const MOST_CORES = 16;
const MOST_COLLECTORS = 32;

/** The smallest plan that keeps its peak, as a row of the table. */
export function planFor({ costs, perMinute, peak, eventsPerRequest }: Aim): string[] {
  const perSecond = (perMinute / 60) * peak;
  const name = [perMinute.toLocaleString('en-US'), String(eventsPerRequest)];
  for (let databases = 1; databases <= 4_096; databases *= 2) {
    const requestsPerSecond = perSecond / databases / eventsPerRequest;
    const found = smallest(costs, requestsPerSecond, eventsPerRequest);
    if (found) return [...name, String(databases), ...found];
  }
  return [...name, 'none is enough'];
}

/** Cores and collectors, doubled in turn, the collectors first: they are the dearer part of an event. */
function smallest(costs: Costs, requestsPerSecond: number, eventsPerRequest: number): string[] | undefined {
  const perSecond = requestsPerSecond * eventsPerRequest;
  for (let databaseCores = 1; databaseCores <= MOST_CORES; databaseCores *= 2) {
    if (perSecond * costs.databaseEvent > databaseCores * 1_000_000) continue;
    for (let collectors = 1; collectors <= MOST_COLLECTORS; collectors *= 2) {
      if (perSecond * costs.event > collectors * 1_000_000) continue;
      const plan = { costs, collectors, databaseCores, requestsPerSecond, eventsPerRequest };
      const { p50, p99, isStable } = simulate({ ...plan, seconds: 10, random: makeRandom(1) });
      if (isStable && p99 < PATIENCE_MS)
        return [String(databaseCores), String(collectors), p50.toFixed(0), p99.toFixed(0)];
    }
  }
  return undefined;
}
