import cluster, { type Worker } from 'node:cluster';
import { once } from 'node:events';
import { setTimeout as delay } from 'node:timers/promises';
import type { Collector } from '../Collector.js';
import { createLogger } from '../createLogger.js';
import type { Settings } from '../options/Settings.js';
import { answerMetrics } from './answerMetrics.js';

/** A worker that has lived as long does not die of what it was started with. */
const STEADY_MS = 10_000;
const PAUSE_MS = [1_000, 30_000] as const;

/**
 * Runs the same command in `settings.workers` processes, which share its port and its database, and replaces those that end. The first is
 * waited for before the others are started, so that a wrong setting is said once; rejects when it ends instead of listening.
 */
export async function startWorkers({
  workers,
  logLevel,
}: Pick<Settings, 'workers' | 'logLevel'>): Promise<Pick<Collector, 'close'>> {
  const log = createLogger(logLevel);
  // Left to themselves (SCHED_NONE), one of them takes nearly all connections.
  cluster.schedulingPolicy = cluster.SCHED_RR;
  const stop = new AbortController();
  const keep = (worker: Worker) => void replaceAtEnd(worker, stop.signal, log);
  answerMetrics();
  const first = cluster.fork();
  if (!(await isListening(first))) process.exit(first.process.exitCode ?? 1); // It has said why.
  keep(first);
  const others = Array.from({ length: workers - 1 }, () => cluster.fork());
  others.forEach(keep);
  await Promise.all(others.map(isListening));
  log.info({ workers }, 'all collectors started');
  return { close: () => closeAll(stop) };
}

/** False when it has ended instead. */
async function isListening(worker: Worker): Promise<boolean> {
  const settled = new AbortController();
  const { signal } = settled;
  const ended = once(worker, 'exit', { signal }).then(() => false);
  const listening = once(worker, 'listening', { signal }).then(() => true);
  try {
    return await Promise.race([listening, ended]);
  } finally {
    settled.abort();
    await Promise.allSettled([listening, ended]);
  }
}

/** For ever: a database that is away for a while must not cost a shop its collectors. */
async function replaceAtEnd(
  worker: Worker,
  stopping: AbortSignal,
  log: ReturnType<typeof createLogger>,
): Promise<void> {
  let current = worker;
  let pause: number = PAUSE_MS[0];
  while (!stopping.aborted) {
    const startedAt = performance.now();
    const [code, signal] = await once(current, 'exit');
    if (stopping.aborted) return;
    if (performance.now() - startedAt > STEADY_MS) pause = PAUSE_MS[0];
    log.error(
      { worker: current.process.pid, code, signal, pause },
      'a collector has ended: another one is started',
    );
    await delay(pause, undefined, { signal: stopping }).catch(() => {});
    pause = Math.min(2 * pause, PAUSE_MS[1]);
    if (!stopping.aborted) current = cluster.fork();
  }
}

/** Each finishes what it has accepted. */
async function closeAll(stop: AbortController): Promise<void> {
  stop.abort();
  const living = Object.values(cluster.workers ?? {}).filter((worker) => worker !== undefined);
  const ends = living.map((worker) => once(worker, 'exit'));
  for (const worker of living) worker.process.kill('SIGTERM');
  const codes = await Promise.all(ends);
  // By the signal itself ends one that has just been started, and has accepted nothing.
  const failed = codes.filter(([code, signal]) => code !== 0 && signal !== 'SIGTERM').length;
  if (failed > 0) throw new Error(`${failed} of ${codes.length} collectors did not end as they should`);
}
