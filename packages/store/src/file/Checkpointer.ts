import { stat } from 'node:fs/promises';
import { Worker } from 'node:worker_threads';
import type { CheckpointJob } from './checkpointWorker.js';
import { folderPaths } from './folderPaths.js';
import type { LogPosition } from './LogPosition.js';
import type { Retention } from './Retention.js';

/** When checkpoints are made. */
export type CheckpointerOptions = {
  folder: string;
  /** The fewest bytes of sealed segments that are worth a checkpoint. */
  checkpointBytes: number;
  warn: (message: string) => void;
};

/**
 * Has db.json brought up to date in a worker thread, one at a time, whenever the log has grown by as much as db.json holds: a
 * byte of either takes a start as long (docs/benchmarks.md), and the work stays in proportion. A checkpoint that
 * fails costs only time at the next start.
 */
export class Checkpointer {
  readonly #options: CheckpointerOptions;
  #pendingBytes = 0;
  #lastSealed = 0;
  #retention: Retention | undefined;
  #worker: Worker | undefined;
  #isClosed = false;

  constructor(options: CheckpointerOptions) {
    this.#options = options;
  }

  /** Tells of newly sealed bytes, up to and including `segment`. */
  async sealed({ segment, bytes }: LogPosition): Promise<void> {
    this.#pendingBytes += bytes;
    this.#lastSealed = segment;
    await this.#startIfDue();
  }

  async #startIfDue(): Promise<void> {
    if (this.#worker) return;
    const threshold = Math.max(this.#options.checkpointBytes, await this.#stateBytes());
    if (this.#pendingBytes >= threshold) this.#start();
  }

  /** Has what is too old taken out of db.json and the log, when no other checkpoint is being made any more. */
  forget(retention: Retention): void {
    this.#retention = retention;
    this.#start();
  }

  #start(): void {
    if (this.#worker || this.#isClosed || this.#lastSealed === 0) return;
    const pendingBytes = this.#pendingBytes;
    const retention = this.#retention;
    this.#pendingBytes = 0;
    this.#retention = undefined;
    const fail = (error: Error) => {
      this.#pendingBytes += pendingBytes;
      this.#options.warn(
        `No checkpoint was made, so the next start will take longer; it is tried again later (${error.message})`,
      );
    };
    const job: CheckpointJob = { folder: this.#options.folder, upTo: this.#lastSealed };
    try {
      this.#worker = this.#work(retention ? { ...job, retention } : job, fail);
    } catch (error) {
      fail(error as Error); // Not even a thread can be had.
    }
  }

  /** Stops a checkpoint that is being made; db.json stays as it was. */
  async close(): Promise<void> {
    this.#isClosed = true;
    await this.#worker?.terminate();
  }

  #work(workerData: CheckpointJob, fail: (error: Error) => void): Worker {
    const worker = new Worker(new URL('./checkpointWorker.js', import.meta.url), {
      workerData,
      execArgv: [],
    });
    worker.once('error', fail);
    worker.once('exit', (code) => {
      this.#worker = undefined;
      if (this.#retention) this.#start();
      // For what came meanwhile; but one that has failed waits for the next segment.
      else if (code === 0) void this.#startIfDue();
    });
    return worker;
  }

  async #stateBytes(): Promise<number> {
    const stats = await stat(folderPaths.state(this.#options.folder)).catch(() => undefined);
    return stats?.size ?? 0;
  }
}
