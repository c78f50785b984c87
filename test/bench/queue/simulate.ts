import type { Costs } from './Costs.js';
import { Timeline } from './Timeline.js';

/** What is simulated. */
export type Plan = {
  costs: Costs;
  collectors: number;
  /** Cores of the database's machine; each group is worked on by one of them. */
  databaseCores: number;
  /** Requests a second, of all collectors together, at random moments. */
  requestsPerSecond: number;
  eventsPerRequest: number;
  /** All events change one row, which a group holds until it is on the disk: totals without slots. */
  oneHotRow?: boolean;
  seconds: number;
  random: () => number;
};

/** Latencies in ms, of requests; loads are shares of the cores' time. `isStable`: what arrived was also done. */
export type Simulated = {
  mean: number;
  p50: number;
  p99: number;
  collectorLoad: number;
  databaseLoad: number;
  groupSize: number;
  isStable: boolean;
};

type Collector = { freeAt: number; waiting: number[]; isCommitting: boolean };

const SECOND = 1_000_000;

/**
 * Plays requests that arrive by chance (Poisson) at collectors of one core each. Each commits in groups, one after the other: all that has come while a
 * group was under way is the next one. Times in µs.
 */
export function simulate(plan: Plan): Simulated {
  const { costs, requestsPerSecond, eventsPerRequest, random, seconds } = plan;
  const timeline = new Timeline();
  const collectors = Array.from({ length: plan.collectors }, newCollector);
  const cores: number[] = new Array(plan.databaseCores).fill(0);
  const end = seconds * SECOND;
  const latencies: number[] = [];
  const busy = { collectors: 0, database: 0 };
  let [arrived, groups, rowFreeAt] = [0, 0, 0];

  function arrive(now: number): void {
    if (now > end) return;
    arrived++;
    const collector = collectors[Math.floor(random() * collectors.length)];
    const ready = work(collector, now, costs.request + costs.event * eventsPerRequest);
    timeline.at(ready, () => {
      collector?.waiting.push(now);
      if (!collector?.isCommitting) commit(collector, ready);
    });
    const next = now - (Math.log(1 - random()) * SECOND) / requestsPerSecond;
    timeline.at(next, () => arrive(next));
  }

  function work(collector: Collector | undefined, now: number, cost: number): number {
    if (!collector) throw new Error('there is no collector');
    collector.freeAt = Math.max(now, collector.freeAt) + cost;
    busy.collectors += cost;
    return collector.freeAt;
  }

  function commit(collector: Collector | undefined, now: number): void {
    if (!collector || collector.waiting.length === 0) return;
    collector.isCommitting = true;
    const group = collector.waiting;
    collector.waiting = [];
    groups++;
    const sent = work(collector, now, costs.group);
    timeline.at(sent, () => {
      const done = write(sent, group.length * eventsPerRequest);
      timeline.at(done, () => {
        if (done <= end) for (const since of group) latencies.push((done - since) / 1000);
        collector.isCommitting = false;
        commit(collector, done);
      });
    });
  }

  function write(now: number, events: number): number {
    const core = cores.indexOf(Math.min(...cores));
    const cost = costs.databaseGroup + costs.databaseEvent * events;
    const begin = Math.max(now, cores[core] ?? 0, plan.oneHotRow ? rowFreeAt : 0);
    cores[core] = begin + cost;
    busy.database += cost;
    rowFreeAt = begin + cost + costs.flush;
    return rowFreeAt;
  }

  timeline.at(0, () => arrive(0));
  timeline.run(end);
  latencies.sort((a, b) => a - b);
  return {
    mean: latencies.reduce((sum, ms) => sum + ms, 0) / latencies.length,
    p50: latencies[Math.floor(latencies.length * 0.5)] ?? Number.NaN,
    p99: latencies[Math.floor(latencies.length * 0.99)] ?? Number.NaN,
    collectorLoad: busy.collectors / end / plan.collectors,
    databaseLoad: busy.database / end / plan.databaseCores,
    groupSize: (arrived * eventsPerRequest) / groups,
    isStable: latencies.length > arrived * 0.97,
  };
}

function newCollector(): Collector {
  return { freeAt: 0, waiting: [], isCommitting: false };
}
