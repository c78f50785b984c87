import { createHistogram } from 'node:perf_hooks';
import { checkAnswer } from './checkAnswer.js';
import { cpuTime } from './cpuTime.js';
import type { LoadResult } from './LoadResult.js';
import type { LoadSpec } from './LoadSpec.js';
import type { RawAnswer } from './openConnection.js';

/** Counts and checks answers; rates and latencies only between `start` and `stop`. */
export type Tally = {
  start(): void;
  answer(answer: RawAnswer, sentAt: number): void;
  problem(what: string): void;
  /** Events answered since `start`. */
  events(): number;
  /** Ends the measurement; answers that come later are still checked. */
  stop(): void;
  result(visitors: number): LoadResult;
};

/** Starts to count for one load process. */
export function makeTally(spec: LoadSpec): Tally {
  const latencies = createHistogram();
  const total = { answers: 0, accepted: 0, wrong: 0, firstWrong: '' };
  const measured = {
    requests: 0,
    startedAt: 0,
    elapsedMs: 0,
    cpu: process.cpuUsage(),
    serverCpu: 0,
    isOn: false,
  };

  function problem(what: string): void {
    total.wrong++;
    total.firstWrong ||= what;
  }
  return {
    problem,
    start() {
      Object.assign(measured, {
        startedAt: performance.now(),
        cpu: process.cpuUsage(),
        serverCpu: cpuTime(spec.pid),
        isOn: true,
      });
    },
    answer(answer, sentAt) {
      const checked = checkAnswer(answer, spec, total.answers++);
      total.accepted += checked.accepted;
      if (checked.problem) problem(checked.problem);
      if (!measured.isOn) return;
      measured.requests++;
      latencies.record(Math.max(1, Math.round((performance.now() - sentAt) * 1000)));
    },
    events: () => measured.requests * spec.eventsPerRequest,
    stop() {
      const cpu = process.cpuUsage(measured.cpu);
      const elapsedMs = performance.now() - measured.startedAt;
      const serverCpu = cpuTime(spec.pid) - measured.serverCpu;
      Object.assign(measured, { elapsedMs, cpu, serverCpu, isOn: false });
    },
    result: (visitors) => ({
      seconds: measured.elapsedMs / 1000,
      requests: measured.requests,
      events: measured.requests * spec.eventsPerRequest,
      p50: latencies.percentile(50) / 1000,
      p99: latencies.percentile(99) / 1000,
      serverCpuMs: measured.serverCpu,
      loadCpu: (measured.cpu.user + measured.cpu.system) / 1000 / measured.elapsedMs,
      wrong: total.wrong,
      ...(total.firstWrong && { firstWrong: total.firstWrong }),
      accepted: total.accepted,
      visitors,
    }),
  };
}
